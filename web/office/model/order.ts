// SPDX-License-Identifier: Apache-2.0
import type { Delivery, DeliveryState } from './delivery.ts';

const rank: Record<DeliveryState, number> = {
  refused: 0,
  sending: 1,
  waiting: 2,
  stored: 3,
  accepted: 4,
};

/** What needs somebody first, then what moves; among equals the nearest deadline, then the number. */
export function inOrder(deliveries: Delivery[]): Delivery[] {
  const late = (delivery: Delivery) => delivery.deadline ?? '9';
  return [...deliveries].sort(
    (a, b) =>
      rank[a.state] - rank[b.state] ||
      late(a).localeCompare(late(b)) ||
      a.number.localeCompare(b.number),
  );
}
