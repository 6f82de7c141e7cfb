// SPDX-License-Identifier: Apache-2.0
import type { DeliveriesView, Delivery, DeliveryTrouble } from './delivery.ts';

/** What the whole page comes down to. */
export type Outlook =
  | { kind: 'nothing' }
  | { kind: 'received'; count: number }
  | { kind: 'refused'; count: number }
  | { kind: 'stuck'; trouble: DeliveryTrouble; nextTry: string | null; count: number }
  | { kind: 'silent'; count: number }
  | { kind: 'on_its_way'; count: number };

export function outlookOf(view: DeliveriesView): Outlook {
  const open = view.deliveries.filter((delivery) => delivery.state !== 'accepted');
  const count = open.length;
  if (view.deliveries.length === 0) return { kind: 'nothing' };
  if (count === 0) return { kind: 'received', count: view.deliveries.length };
  const refused = open.filter((delivery) => delivery.state === 'refused').length;
  if (refused > 0) return { kind: 'refused', count: refused };
  if (!view.sync_runs) return { kind: 'silent', count };
  const trouble = troubleOf(view, open);
  if (trouble) return { kind: 'stuck', trouble, nextTry: soonest(open), count };
  return { kind: 'on_its_way', count };
}

/** Nothing is wrong with a session that is being sent, or that the platform verifies. */
function troubleOf(view: DeliveriesView, open: Delivery[]): DeliveryTrouble | null {
  if (open.some((delivery) => delivery.state === 'sending')) return null;
  const waiting = open.filter((delivery) => delivery.state === 'waiting');
  return waiting.find((delivery) => delivery.error)?.error ?? (waiting.length ? view.error : null);
}

function soonest(open: Delivery[]): string | null {
  const times = open.flatMap((delivery) => delivery.next_try ?? []);
  return times.sort()[0] ?? null;
}

/** Whole percents that never say 100 before everything is there. */
export function percentSent({ bytes_sent, bytes_total }: Delivery): number {
  return bytes_total === 0 ? 0 : Math.min(100, Math.floor((100 * bytes_sent) / bytes_total));
}

export type Pressure = 'calm' | 'soon' | 'urgent' | 'late';

/** How near the deadline of a session is that was not received. */
export function pressureOf(daysLeft: number | null): Pressure {
  if (daysLeft === null || daysLeft > 7) return 'calm';
  if (daysLeft < 0) return 'late';
  return daysLeft > 2 ? 'soon' : 'urgent';
}
