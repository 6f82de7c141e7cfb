// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren } from 'preact';
import type { Delivery } from '../model/delivery.ts';
import { fr } from '../words/fr.ts';

/** The seal code of the minutes, and the times. */
export function DeliveryFacts({ delivery }: { delivery: Delivery }) {
  const { card } = fr;
  const { received_at, deadline, days_left, next_try, tried_at } = delivery;
  return (
    <dl class="facts">
      {delivery.seal_code && (
        <Fact name={card.sealCode}>
          <span class="seal-code">{delivery.seal_code}</span>
        </Fact>
      )}
      {received_at && <Fact name={card.received}>{card.moment(received_at)}</Fact>}
      {!received_at && deadline && (
        <Fact name={card.deadline}>
          {card.until(deadline)}
          {days_left !== null && `, ${card.daysLeft(days_left)}`}
        </Fact>
      )}
      {!received_at && tried_at && <Fact name={card.tried}>{card.moment(tried_at)}</Fact>}
      {next_try && <Fact name={card.nextTry}>{card.moment(next_try)}</Fact>}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
