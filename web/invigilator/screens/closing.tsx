// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import { ErrorSummary, type FormError } from '../../shared/ui/error_summary.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { ScreenTitle } from '../../shared/ui/screen_title.tsx';
import { useDesk } from '../control/context.ts';
import { abortReasonLines, withoutReason, type AbortReason } from '../model/closing.ts';
import { AbortReasonField, reasonFieldId } from '../parts/abort_reason_field.tsx';
import { CloseDialog } from '../parts/close_dialog.tsx';
import { RoomHeader } from '../parts/room_header.tsx';
import { fr } from '../words/fr.ts';

/** Ending the session: the reasons, a warning for what is left to do, a last confirmation. */
export function Closing({ onBack }: { onBack(): void }) {
  const desk = useDesk();
  const { view, cards, attention } = desk.state;
  const [reasons, setReasons] = useState<ReadonlyMap<number, AbortReason>>(new Map());
  const [errors, setErrors] = useState<FormError[]>([]);
  const [asking, setAsking] = useState(false);
  if (!view.value) return null;
  const unfinished = cards.value.filter((card) => card.needs_abort_reason);
  const count = (phase: string) => cards.value.filter((card) => card.phase === phase).length;

  const submit = (event: Event) => {
    event.preventDefault();
    const missing = withoutReason(cards.value, reasons);
    setErrors(
      missing.map((card) => ({ text: fr.close.missingFor(card), target: reasonFieldId(card) })),
    );
    setAsking(missing.length === 0);
  };
  const finalise = async () => {
    setAsking(false);
    const trouble = await desk.finalise(abortReasonLines(cards.value, reasons));
    if (trouble) setErrors([{ text: trouble.title }]);
  };

  return (
    <>
      <RoomHeader view={view.value} title="part" />
      <main class="column">
        <form class="sheet" noValidate onSubmit={submit}>
          <ScreenTitle page={fr.close.title}>{fr.close.title}</ScreenTitle>
          <p>{fr.close.intro}</p>
          <p class="soft">
            {fr.close.summary(
              count('finished') - unfinished.filter((card) => card.phase === 'finished').length,
              count('absent') + count('present') + count('authorised'),
            )}
          </p>
          {count('in_progress') > 0 && (
            <Notice tone="warning">
              <p>{fr.close.running(count('in_progress'))}</p>
              {attention.value.length > 0 && <p>{fr.close.todo(attention.value.length)}</p>}
            </Notice>
          )}
          <ErrorSummary title={fr.close.failed} errors={errors} />
          {unfinished.length > 0 && (
            <section class="form" aria-labelledby="raisons">
              <h2 id="raisons">{fr.close.reasons}</h2>
              <p class="soft">{fr.close.reasonsHint}</p>
              {unfinished.map((card) => (
                <AbortReasonField
                  key={card.number}
                  card={card}
                  reason={reasons.get(card.number)}
                  wrong={
                    errors.some((error) => error.target === reasonFieldId(card)) &&
                    !reasons.has(card.number)
                  }
                  onReason={(reason) => setReasons(new Map(reasons).set(card.number, reason))}
                />
              ))}
            </section>
          )}
          <div class="buttons">
            <button class="button primary">{fr.close.submit}</button>
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
