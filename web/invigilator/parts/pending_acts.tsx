// SPDX-License-Identifier: Apache-2.0
import { Icon } from '../../shared/ui/icon.tsx';
import { useDesk } from '../control/context.ts';
import { usePending, useRefusals } from '../control/pending.ts';
import { actInWords, fr, nameOf } from '../words/fr.ts';

/** What was decided here and that the box has not taken yet, or has refused. */
export function PendingActs({ candidate }: { candidate: number | null }) {
  const desk = useDesk();
  const pending = usePending(candidate).value;
  const refusals = useRefusals(candidate).value;
  const late = desk.state.late.value;
  if (refusals.length === 0 && (pending.length === 0 || !late)) return null;
  return (
    <div class="pending">
      {late &&
        pending.map(({ id, act }) => (
          <p key={id}>
            <Icon name="send" />
            <span>
              <strong>{actInWords(act)}</strong>, {fr.queue.waiting}
            </span>
            <button
              type="button"
              class="button quiet"
              aria-label={fr.queue.withdrawLong(actInWords(act))}
              onClick={() => desk.withdraw(id)}
            >
              {fr.queue.withdraw}
            </button>
          </p>
        ))}
      {refusals.map(({ id, text, candidate: whose }) => (
        <p key={id} class="refusal" role="alert">
          <Icon name="error" />
          <span>
            {candidate === null && whose !== null && `${nameOf(desk.state.card(whose))}, `}
            {text}
          </span>
          <button type="button" class="button quiet" onClick={() => desk.dismiss(id)}>
            {fr.understood}
          </button>
        </p>
      ))}
    </div>
  );
}
