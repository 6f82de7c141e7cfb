// SPDX-License-Identifier: Apache-2.0
import { useDesk } from '../control/context.ts';
import { actsFor, type Act } from '../model/acts.ts';
import type { Card } from '../model/session_view.ts';
import { fr } from '../words/fr.ts';

interface CardActsProps {
  card: Card;
  onEnd(card: Card): void;
}

/** The buttons of a card. Ending a test is asked again in a dialog. */
export function CardActs({ card, onEnd }: CardActsProps) {
  const desk = useDesk();
  const finalised = desk.state.finalised.value;
  const { main, others } = actsFor(card);
  if (finalised || (main === null && others.length === 0)) return null;
  const busy = desk.state.busy.value.has(card.number);
  const act = (chosen: Act) => {
    if (busy) return;
    if (chosen === 'end') return onEnd(card);
    void desk.act(chosen, card).then(() => focusCard(card.number));
  };
  return (
    <div class="buttons card-acts">
      {main && (
        <ActButton
          act={main}
          card={card}
          kind={main === 'end' ? 'danger' : 'primary'}
          busy={busy}
          onAct={act}
        />
      )}
      {others.map((other) => (
        <ActButton key={other} act={other} card={card} kind="quiet" busy={busy} onAct={act} />
      ))}
    </div>
  );
}

interface ActButtonProps {
  act: Act;
  card: Card;
  kind: 'primary' | 'danger' | 'quiet';
  busy: boolean;
  onAct(act: Act): void;
}

function ActButton({ act, card, kind, busy, onAct }: ActButtonProps) {
  return (
    <button
      type="button"
      class={`button ${kind}`}
      aria-disabled={busy}
      aria-label={fr.actFor(fr.act[act], card)}
      onClick={() => onAct(act)}
    >
      {fr.act[act]}
    </button>
  );
}

// The card may have moved and its button is gone: the keyboard stays with the candidate.
function focusCard(number: number) {
  requestAnimationFrame(() =>
    document.getElementById(`candidat-${number}`)?.focus({ preventScroll: true }),
  );
}
