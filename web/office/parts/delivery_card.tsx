// SPDX-License-Identifier: Apache-2.0
import { Icon, type IconName } from '../../shared/ui/icon.tsx';
import type { Delivery, DeliveryState } from '../model/delivery.ts';
import { percentSent, pressureOf } from '../model/outlook.ts';
import { unbroken } from '../model/typography.ts';
import { fr } from '../words/fr.ts';
import { DeliveryFacts } from './delivery_facts.tsx';

const icons: Record<DeliveryState, IconName> = {
  waiting: 'clock',
  sending: 'send',
  stored: 'file',
  accepted: 'check',
  refused: 'error',
};

export function DeliveryCard({ delivery }: { delivery: Delivery }) {
  const { number, state, error } = delivery;
  const pressure = state === 'accepted' ? 'calm' : pressureOf(delivery.days_left);
  return (
    <li class={`sheet delivery ${state} ${pressure}`} data-session={number}>
      <h3>{fr.card.title(number)}</h3>
      <p class="soft">
        {fr.card.when(delivery.date, delivery.time)} · {fr.card.where(delivery.site, delivery.room)}{' '}
        · {fr.card.candidates(delivery.candidates)}
      </p>
      <p class="delivery-state">
        <Icon name={icons[state]} />
        {fr.state[state]}
      </p>
      {(state === 'sending' || (state === 'waiting' && delivery.bytes_sent > 0)) && (
        <Progress delivery={delivery} />
      )}
      {error && <p>{unbroken(error.message)}</p>}
      {error?.said && <p class="soft">{fr.card.said(unbroken(error.said))}</p>}
      {pressure !== 'calm' && <p class="pressure">{fr.card.pressure[pressure]}</p>}
      <DeliveryFacts delivery={delivery} />
    </li>
  );
}

function Progress({ delivery }: { delivery: Delivery }) {
  const percent = percentSent(delivery);
  return (
    <p class="progress-line">
      <progress max={100} value={percent} aria-label={fr.card.progress(delivery.number)} />
      <span class="digits">{fr.card.sent(percent)}</span>
    </p>
  );
}
