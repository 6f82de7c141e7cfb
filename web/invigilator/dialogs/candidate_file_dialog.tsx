// SPDX-License-Identifier: Apache-2.0
import { shortDate } from '../../shared/time/words.ts';
import { useDesk } from '../control/context.ts';
import { doDeed } from '../control/do_deed.ts';
import { useBusy } from '../control/pending.ts';
import { useAnswer } from '../control/use_answer.ts';
import { mainDeed, otherDeeds, type Deed } from '../model/offered.ts';
import type { Card } from '../model/session_view.ts';
import { CardChips } from '../parts/card_chips.tsx';
import { PendingActs } from '../parts/pending_acts.tsx';
import { deedHints, deeds, fr, nameOf, reportReasons } from '../words/fr.ts';
import type { CandidateDialogProps } from './dialog_stack.tsx';
import { FileFacts } from './file_facts.tsx';
import { FileRecord } from './file_record.tsx';
import { Frame } from './frame.tsx';

/** All about one candidate, and all that can be done for them. */
export function CandidateFileDialog({ candidate, onClose }: CandidateDialogProps) {
  const desk = useDesk();
  const card = desk.state.card(candidate);
  const file = useAnswer(() => desk.file(candidate), [card]);
  const known = typeof file === 'object' ? file : undefined;
  return (
    <Frame title={nameOf(card)} wide onClose={onClose}>
      <CardChips card={card} />
      <p class="soft">
        {[fr.card.born(shortDate(card.birthdate)), card.group].filter(Boolean).join(' · ')}
      </p>
      {card.report && (
        <p class="asked">{fr.card.report(card.report.number, reportReasons[card.report.reason])}</p>
      )}
      <PendingActs candidate={candidate} />
      <Deeds card={card} />
      <FileFacts card={card} code={known?.code} receiptCode={known?.receipt_code} />
      {file === 'unreachable' && <p role="status">{fr.file.unreachable}</p>}
      {file === 'asked' && <p>{fr.file.reading}</p>}
      {known && <FileRecord file={known} />}
    </Frame>
  );
}

function Deeds({ card }: { card: Card }) {
  const { finalised } = useDesk().state;
  const main = mainDeed(card);
  if (finalised.value) return null;
  return (
    <section aria-label={fr.file.acts}>
      <div class="deeds two">
        {main && (
          <DeedButton deed={main} card={card} look={main === 'end' ? 'danger' : 'primary'} />
        )}
        {otherDeeds(card).map((deed) => (
          <DeedButton key={deed} deed={deed} card={card} look={deed === 'end' ? 'danger' : ''} />
        ))}
      </div>
    </section>
  );
}

interface DeedButtonProps {
  deed: Deed;
  card: Card;
  look: string;
}

function DeedButton({ deed, card, look }: DeedButtonProps) {
  const desk = useDesk();
  const busy = useBusy(card.number);
  const hint = deedHints[deed];
  return (
    <button
      type="button"
      class={`button deed ${look}`}
      aria-disabled={busy.value}
      onClick={() => busy.value || doDeed(desk, deed, card.number)}
    >
      <span>
        {deeds[deed]}
        {hint && <span class="deed-hint">{hint}</span>}
      </span>
    </button>
  );
}
