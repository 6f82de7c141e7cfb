// SPDX-License-Identifier: Apache-2.0
import type { Card } from './session_view.ts';

const alphabet = new Intl.Collator('fr');

/**
 * How soon the invigilator must look at a card: 0 first. A resume request blocks someone who was
 * working; then come those who wait to begin, those out of time, those whose station is silent.
 */
export function urgencyOf(card: Card): 0 | 1 | 2 | 3 | null {
  if (card.flags.includes('resume_requested') && card.phase !== 'finished') return 0;
  if (card.phase === 'present') return 1;
  if (card.phase !== 'in_progress') return null;
  if (card.flags.includes('deadline_passed')) return 2;
  if (card.flags.includes('offline')) return 3;
  return null;
}

export function needsAttention(card: Card): boolean {
  return urgencyOf(card) !== null;
}

export function byAlphabet(cards: Card[]): Card[] {
  return [...cards].sort(byName);
}

/** The most urgent first, then by name. */
export function inOrder(cards: Card[]): Card[] {
  const last = 9;
  return [...cards].sort((a, b) => (urgencyOf(a) ?? last) - (urgencyOf(b) ?? last) || byName(a, b));
}

function byName(a: Card, b: Card): number {
  return (
    alphabet.compare(a.last_name, b.last_name) ||
    alphabet.compare(a.first_name, b.first_name) ||
    a.number - b.number
  );
}
