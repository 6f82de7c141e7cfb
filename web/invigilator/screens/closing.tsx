// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from 'preact/hooks';
import { ErrorSummary, type FormError } from '../../shared/ui/error_summary.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { ScreenTitle } from '../../shared/ui/screen_title.tsx';
import { useDesk } from '../control/context.ts';
import { abortReasonLines, openReports, reasonFor, withoutReason } from '../model/closing.ts';
import type { AbortReason } from '../model/session_view.ts';
import { CloseDialog } from '../dialogs/close_dialog.tsx';
import { AbortReasonField, reasonFieldId } from '../parts/abort_reason_field.tsx';
import { ClosingSummary } from '../parts/closing_summary.tsx';
import { OpenReports } from '../parts/open_reports.tsx';
import { RoomHeader } from '../parts/room_header.tsx';
import { RoomState } from '../parts/room_state.tsx';
import { fr } from '../words/fr.ts';

/** Ending the session: what is left to do, the reasons, a last confirmation. */
export function Closing({ onBack }: { onBack(): void }) {
  const desk = useDesk();
  const cards = desk.state.cards.value;
  const [chosen, setChosen] = useState<ReadonlyMap<number, AbortReason>>(new Map());
  const [errors, setErrors] = useState<FormError[]>([]);
  const [asking, setAsking] = useState(false);
  const unfinished = cards.filter((card) => card.needs_abort_reason);
  const running = cards.filter((card) => card.phase === 'in_progress').length;
  const reports = openReports(cards);

  const settled = reports.length === 0;
  useEffect(() => {
    if (settled) setErrors((all) => all.filter(({ text }) => text !== fr.ending.reportsFirst));
  }, [settled]);

  const submit = (event: Event) => {
    event.preventDefault();
    const wrong: FormError[] = [];
    if (reports.length > 0) wrong.push({ text: fr.ending.reportsFirst });
    if (desk.state.pending.value.length > 0) wrong.push({ text: fr.ending.queued });
    for (const card of withoutReason(cards, chosen))
      wrong.push({ text: fr.ending.missingFor(card), target: reasonFieldId(card) });
    setErrors(wrong);
    setAsking(wrong.length === 0);
  };
  const finalise = async () => {
    setAsking(false);
    const trouble = await desk.finalise(abortReasonLines(cards, chosen));
    if (trouble) setErrors([{ text: trouble.title }]);
  };

  return (
    <>
      <RoomHeader title="part" />
      <main class="column">
        <form class="sheet" noValidate onSubmit={submit}>
          <ScreenTitle page={fr.ending.title}>{fr.ending.title}</ScreenTitle>
          <p>{fr.ending.intro}</p>
          <ErrorSummary title={fr.ending.failed} errors={errors} />
          {reports.length > 0 && <OpenReports cards={reports} />}
          {running > 0 && (
            <Notice tone="warning">
              <p>{fr.ending.running(running)}</p>
            </Notice>
          )}
          <ClosingSummary cards={cards} />
          {unfinished.length > 0 && (
            <section class="form" aria-labelledby="raisons">
              <h2 id="raisons">{fr.ending.reasons}</h2>
              <p class="soft">{fr.ending.reasonsHint}</p>
              {unfinished.map((card) => (
                <AbortReasonField
                  key={card.number}
                  card={card}
                  reason={reasonFor(card, chosen)}
                  wrong={
                    errors.some((error) => error.target === reasonFieldId(card)) &&
                    !reasonFor(card, chosen)
                  }
                  onReason={(reason) => setChosen(new Map(chosen).set(card.number, reason))}
                />
              ))}
            </section>
          )}
          <RoomState />
          <div class="buttons">
            <button class="button primary">{fr.ending.submit}</button>
            <button type="button" class="button" onClick={onBack}>
              {fr.back}
            </button>
          </div>
        </form>
        {asking && (
          <CloseDialog onConfirm={() => void finalise()} onClose={() => setAsking(false)} />
        )}
      </main>
    </>
  );
}
