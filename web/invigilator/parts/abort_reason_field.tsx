// SPDX-License-Identifier: Apache-2.0
import { FieldError, describedBy } from '../../shared/ui/field.tsx';
import type { AbortReason } from '../model/closing.ts';
import type { Card } from '../model/session_view.ts';
import { fr, nameOf } from '../words/fr.ts';

export const reasonFieldId = (card: Card) => `raison-${card.number}`;

const choices: AbortReason[] = ['candidate', 'technical'];

interface AbortReasonFieldProps {
  card: Card;
  reason: AbortReason | undefined;
  wrong: boolean;
  onReason(reason: AbortReason): void;
}

/** Why one test was not completed. Nothing is chosen beforehand: the reason changes the result. */
export function AbortReasonField({ card, reason, wrong, onReason }: AbortReasonFieldProps) {
  const id = reasonFieldId(card);
  const error = wrong ? fr.close.missingFor(card) : undefined;
  return (
    <fieldset
      class={wrong ? 'field wrong reason' : 'field reason'}
      aria-describedby={describedBy(id, fr.close.state(card), error)}
    >
      <legend>{nameOf(card)}</legend>
      <p class="hint" id={`${id}-hint`}>
        {fr.close.state(card)}
      </p>
      <FieldError id={id} error={error} />
      <div class="reason-choices">
        {choices.map((choice, index) => (
          <label class="tick" key={choice}>
            <input
              type="radio"
              id={index === 0 ? id : undefined}
              name={id}
              checked={reason === choice}
              onChange={() => onReason(choice)}
            />
            {fr.close.reason[choice]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
