// SPDX-License-Identifier: Apache-2.0
import type { Card } from './session_view.ts';
import { needsAttention } from './urgency.ts';

export const filters = ['all', 'attention', 'absent', 'ready', 'running', 'finished'] as const;
export type Filter = (typeof filters)[number];

const passes: Record<Filter, (card: Card) => boolean> = {
  all: () => true,
  attention: needsAttention,
  absent: (card) => card.phase === 'absent',
  ready: (card) => card.phase === 'present' || card.phase === 'authorised',
  running: (card) => card.phase === 'in_progress',
  finished: (card) => card.phase === 'finished',
};

/** By name, or by the exact name of the seat. */
export function filtered(cards: Card[], filter: Filter, search: string): Card[] {
  const wanted = plain(search);
  if (wanted === '') return cards.filter(passes[filter]);
  return cards.filter(
    (card) =>
      passes[filter](card) &&
      (plain(`${card.last_name} ${card.first_name}`).includes(wanted) ||
        plain(card.seat) === wanted),
  );
}

export function countOf(cards: Card[], filter: Filter): number {
  return cards.filter(passes[filter]).length;
}

/** Lower case without accents: "lefevre" finds "Lefèvre". */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
