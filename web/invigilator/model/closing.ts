// SPDX-License-Identifier: Apache-2.0
import type { AbortReason, Card } from './session_view.ts';

export type AbortReasons = ReadonlyMap<number, AbortReason>;

export interface AbortReasonLine {
  candidate: number;
  reason: AbortReason;
}

/** The reason chosen on this page, else the one given when the test was ended. */
export function reasonFor(card: Card, chosen: AbortReasons): AbortReason | undefined {
  return chosen.get(card.number) ?? card.abort_reason ?? undefined;
}

/** Those for whom a reason is still to be given, in the order of the list. */
export function withoutReason(cards: Card[], chosen: AbortReasons): Card[] {
  return cards.filter((card) => card.needs_abort_reason && !reasonFor(card, chosen));
}

/** What is sent: a reason for each test that needs one now. Who finished meanwhile drops out. */
export function abortReasonLines(cards: Card[], chosen: AbortReasons): AbortReasonLine[] {
  return cards.flatMap((card) => {
    const reason = reasonFor(card, chosen);
    return card.needs_abort_reason && reason ? [{ candidate: card.number, reason }] : [];
  });
}

/** Reports that nobody has handled: the session cannot end before. */
export function openReports(cards: Card[]): Card[] {
  return cards.filter((card) => card.report !== null);
}
