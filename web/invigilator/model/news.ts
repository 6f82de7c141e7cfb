// SPDX-License-Identifier: Apache-2.0
import type { LiveEvent } from '../../shared/live/event_parser.ts';
import type { Card, Counts, SeatCounts, SessionView } from './session_view.ts';

/** What the box pushes to an invigilator (docs/api). Each is a whole snapshot of its thing. */
export type News =
  | { of: 'session'; view: SessionView }
  | { of: 'candidate'; card: Card }
  | { of: 'counts'; counts: Counts }
  /** Of the stations that checked themselves. */
  | { of: 'seats'; seats: SeatCounts }
  /** For each candidate, the silence of its station in milliseconds. */
  | { of: 'seen'; seen: [number, number][] };

/** Nothing for an event of a later box that this page does not know. */
export function newsIn({ name, data }: LiveEvent): News | undefined {
  switch (name) {
    case 'session':
      return { of: name, view: JSON.parse(data) as SessionView };
    case 'candidate':
      return { of: name, card: JSON.parse(data) as Card };
    case 'counts':
      return { of: name, ...(JSON.parse(data) as { counts: Counts }) };
    case 'seats':
      return { of: name, ...(JSON.parse(data) as { seats: SeatCounts }) };
    case 'seen':
      return { of: name, ...(JSON.parse(data) as { seen: [number, number][] }) };
  }
  return undefined;
}

/** What the reply to an act tells. */
export function newsOf(reply: Card | SessionView): News {
  return 'candidates' in reply ? { of: 'session', view: reply } : { of: 'candidate', card: reply };
}
