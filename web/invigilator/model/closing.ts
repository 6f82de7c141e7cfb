// SPDX-License-Identifier: Apache-2.0
import type { Card } from './session_view.ts';

export type AbortReason = 'candidate' | 'technical';
export type AbortReasons = ReadonlyMap<number, AbortReason>;

export interface AbortReasonLine {
  candidate: number;
  reason: AbortReason;
}

/** Those for whom a reason is still to be given, in the order of the list. */
export function withoutReason(cards: Card[], reasons: AbortReasons): Card[] {
  return cards.filter((card) => card.needs_abort_reason && !reasons.has(card.number));
}

/** What is sent: a reason for each test that needs one now. Who finished meanwhile drops out. */
export function abortReasonLines(cards: Card[], reasons: AbortReasons): AbortReasonLine[] {
  return cards.flatMap((card) => {
    const reason = reasons.get(card.number);
    return card.needs_abort_reason && reason ? [{ candidate: card.number, reason }] : [];
  });
}
