// SPDX-License-Identifier: Apache-2.0
import type { Card } from './session_view.ts';

const alphabet = new Intl.Collator('fr');
const notUrgent = 99;

export function needsAttention(card: Card): boolean {
  return card.urgency !== null;
}

export function byName(a: Card, b: Card): number {
  return (
    alphabet.compare(a.last_name, b.last_name) ||
    alphabet.compare(a.first_name, b.first_name) ||
    a.number - b.number
  );
}

export function byAlphabet(cards: Card[]): Card[] {
  return [...cards].sort(byName);
}

/** The most urgent first, as the box sees it; cards of the same urgency stay in their order. */
export function inOrder(alphabetical: Card[]): Card[] {
  return [...alphabetical].sort((a, b) => (a.urgency ?? notUrgent) - (b.urgency ?? notUrgent));
}
