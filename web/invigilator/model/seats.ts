// SPDX-License-Identifier: Apache-2.0
import type { Lockdown } from './session_view.ts';

export type SeatProblem =
  | 'browser_old'
  | 'no_indexeddb'
  | 'clock_skew'
  | 'screen_small'
  | 'latency_high'
  | 'lockdown_missing';

/** A station as its check before the session found it. */
export interface Seat {
  seat: string;
  address: string;
  browser: string;
  screen: string;
  checked_at: string;
  problems: SeatProblem[];
  lockdown: Lockdown;
}

const bySeat = new Intl.Collator('fr', { numeric: true });

/** Those to look at first, then by seat. */
export function seatsInOrder(seats: Seat[]): Seat[] {
  const sound = (seat: Seat) => (seat.problems.length === 0 ? 1 : 0);
  return [...seats].sort((a, b) => sound(a) - sound(b) || bySeat.compare(a.seat, b.seat));
}
