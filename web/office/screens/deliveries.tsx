// SPDX-License-Identifier: Apache-2.0
import { Notice } from '../../shared/ui/notice.tsx';
import { ScreenTitle } from '../../shared/ui/screen_title.tsx';
import { useOffice } from '../control/context.ts';
import type { DeliveriesView } from '../model/delivery.ts';
import { inOrder } from '../model/order.ts';
import { DeliveryCard } from '../parts/delivery_card.tsx';
import { OutlookNotice } from '../parts/outlook_notice.tsx';
import { StickNote } from '../parts/stick_note.tsx';
import { fr } from '../words/fr.ts';

/** Where every sealed session of the box is on its way. */
export function Deliveries() {
  const office = useOffice();
  const view = office.view.value;
  return (
    <main class="column">
      <ScreenTitle page={fr.deliveries.title}>{fr.deliveries.title}</ScreenTitle>
      {office.unreachable.value && (
        <Notice tone="warning" role="status">
          <p>{fr.boxUnreachable}</p>
        </Notice>
      )}
      {view ? <Told view={view} /> : <p class="soft">{fr.deliveries.loading}</p>}
    </main>
  );
}

function Told({ view }: { view: DeliveriesView }) {
  const { deliveries, stick, answered_at } = view;
  return (
    <>
      <OutlookNotice view={view} />
      {stick && <StickNote stick={stick} />}
      {deliveries.length > 0 && (
        <section aria-labelledby="liste">
          <h2 id="liste">{fr.deliveries.list}</h2>
          <ul class="deliveries">
            {inOrder(deliveries).map((delivery) => (
              <DeliveryCard key={delivery.session} delivery={delivery} />
            ))}
          </ul>
        </section>
      )}
      {answered_at && <p class="soft">{fr.deliveries.answered(answered_at)}</p>}
    </>
  );
}
