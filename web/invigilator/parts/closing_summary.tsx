// SPDX-License-Identifier: Apache-2.0
import type { Card } from '../model/session_view.ts';
import { fr, nameOf } from '../words/fr.ts';

/** How it went, in numbers; who never started, and for whom something was noted, by name. */
export function ClosingSummary({ cards }: { cards: Card[] }) {
  const complete = cards.filter((card) => card.phase === 'finished' && !card.needs_abort_reason);
  const never = cards.filter(
    ({ phase }) => phase === 'absent' || phase === 'present' || phase === 'authorised',
  );
  const noted = cards.filter((card) => card.incidents > 0);
  const incidents = noted.reduce((sum, card) => sum + card.incidents, 0);
  return (
    <ul class="summary">
      <li>{fr.ending.complete(complete.length)}</li>
      <li>
        {fr.ending.absent(never.length)}
        <Names cards={never} />
      </li>
      <li>
        {fr.ending.incidents(incidents)}
        <Names cards={noted} />
      </li>
    </ul>
  );
}

function Names({ cards }: { cards: Card[] }) {
  if (cards.length === 0) return null;
  return <span class="soft"> : {cards.map(nameOf).join(', ')}</span>;
}
