// SPDX-License-Identifier: Apache-2.0
import { Choices } from './choices.tsx';
import type { AbortReason, Card } from '../model/session_view.ts';
import { abortReasons, fr, nameOf } from '../words/fr.ts';

export const reasonFieldId = (card: Card) => `raison-${card.number}`;

const choices = (['candidate', 'technical'] as const).map((value) => ({
  value,
  text: abortReasons[value],
}));

interface AbortReasonFieldProps {
  card: Card;
  reason: AbortReason | undefined;
  wrong: boolean;
  onReason(reason: AbortReason): void;
}

/**
 * Why one test was not completed. Chosen beforehand only when somebody said so as they ended it:
 * the reason changes the result.
 */
export function AbortReasonField({ card, reason, wrong, onReason }: AbortReasonFieldProps) {
  return (
    <Choices
      id={reasonFieldId(card)}
      legend={nameOf(card)}
      hint={
        card.abort_reason && reason === card.abort_reason
          ? `${fr.ending.state(card)}, ${fr.ending.givenBefore}`
          : fr.ending.state(card)
      }
      options={choices}
      chosen={reason}
      error={wrong ? fr.ending.missingFor(card) : undefined}
      inline
      onChoose={onReason}
    />
  );
}
