// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import { useDesk } from '../control/context.ts';
import { likelyCategory } from '../model/report.ts';
import type { Card, Report, ReportCategory } from '../model/session_view.ts';
import { fr, questionKind, reportCategories, reportReasons } from '../words/fr.ts';
import { Choices } from '../parts/choices.tsx';
import type { CandidateDialogProps } from './dialog_stack.tsx';
import { Frame } from './frame.tsx';
import { focusOn } from './focus_on.ts';

const fieldId = 'constat';

/** A question is said to be wrong: replace it, or not. */
export function ReportDialog({ candidate, onClose }: CandidateDialogProps) {
  const card = useDesk().state.card(candidate);
  return (
    <Frame title={fr.report.title(card)} onClose={onClose}>
      {card.report ? (
        <Decision card={card} report={card.report} onClose={onClose} />
      ) : (
        <Settled onClose={onClose} />
      )}
    </Frame>
  );
}

interface DecisionProps {
  card: Card;
  report: Report;
  onClose(): void;
}

function Decision({ card, report, onClose }: DecisionProps) {
  const desk = useDesk();
  const [category, setCategory] = useState<ReportCategory | undefined>(likelyCategory(report));
  const [missing, setMissing] = useState(false);
  const settle = (accept: boolean) => {
    if (accept && !category) {
      setMissing(true);
      return focusOn(fieldId);
    }
    const chosen = accept && category ? category : '';
    void desk.act({ kind: 'report', candidate: card.number, accept, category: chosen });
    onClose();
  };
  return (
    <>
      <p class="asked">
        {fr.card.reportOf(report.number, questionKind(report.kind), reportReasons[report.reason])}
      </p>
      <p>{fr.report.text}</p>
      <Choices
        id={fieldId}
        legend={fr.report.category}
        options={report.categories.map((value) => ({ value, text: reportCategories[value] }))}
        chosen={category}
        error={missing ? fr.report.missing : undefined}
        onChoose={(chosen) => {
          setCategory(chosen);
          setMissing(false);
        }}
      />
      <div class="deeds">
        <button type="button" class="button primary" onClick={() => settle(true)}>
          <span>{fr.report.accept}</span>
          <span class="deed-hint">{fr.report.acceptHint}</span>
        </button>
        <button type="button" class="button" onClick={() => settle(false)}>
          <span>{fr.report.refuse}</span>
          <span class="deed-hint">{fr.report.refuseHint}</span>
        </button>
        <button type="button" class="button quiet" onClick={onClose}>
          {fr.cancel}
        </button>
      </div>
    </>
  );
}

/** Another invigilator was quicker. */
function Settled({ onClose }: { onClose(): void }) {
  return (
    <>
      <p role="status">{fr.report.gone}</p>
      <div class="buttons">
        <button type="button" class="button primary" onClick={onClose}>
          {fr.close}
        </button>
      </div>
    </>
  );
}
