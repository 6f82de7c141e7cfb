// SPDX-License-Identifier: Apache-2.0
import type { Hold, View } from '../model/view.ts';

/** What keeps the candidate waiting in front of a question. */
export type Held = Exclude<Hold, 'contact' | 'lockdown'>;

/** The most telling one first: a report says what happens next, a pause only that one waits. */
const order: Held[] = ['report', 'room_pause', 'pause'];

/** What holds the test now, in the order in which it is said; empty when the candidate may go on. */
export function heldBy({ holds }: Pick<View, 'holds'>): Held[] {
  return order.filter((hold) => holds.includes(hold));
}
