// SPDX-License-Identifier: Apache-2.0
import { useSignal } from '@preact/signals';
import { useDesk } from '../control/context.ts';
import { filtered, type Filter } from '../model/filters.ts';
import type { Card } from '../model/session_view.ts';
import { byAlphabet, inOrder } from '../model/urgency.ts';
import { fr } from '../words/fr.ts';
import { CandidateCard } from './candidate_card.tsx';
import { Toolbar } from './toolbar.tsx';

/** Everyone: those who wait for the invigilator first, in a group of their own. */
export function CardList({ onEnd }: { onEnd(card: Card): void }) {
  const { cards, attention, finalised } = useDesk().state;
  const filter = useSignal<Filter>('all');
  const search = useSignal('');
  const found = filtered(cards.value, filter.value, search.value);
  const shown = finalised.value ? byAlphabet(found) : inOrder(found);
  const urgent = shown.filter((card) => attention.value.includes(card));
  const others = shown.filter((card) => !attention.value.includes(card));
  const plain = filter.value === 'all' && search.value === '';
  const split = urgent.length > 0 || (plain && !finalised.value);
  return (
    <>
      <Toolbar filter={filter} search={search} />
      <p class="sr-only" role="status">
        {!plain && fr.list.shown(shown.length)}
      </p>
      {split && (
        <section aria-labelledby="a-traiter">
          <h2 id="a-traiter">{fr.list.attention(urgent.length)}</h2>
          {urgent.length === 0 ? (
            <p class="soft">{fr.list.nothingToDo}</p>
          ) : (
            <Grid cards={urgent} onEnd={onEnd} />
          )}
        </section>
      )}
      {others.length > 0 && (
        <section aria-labelledby="les-autres">
          <h2 id="les-autres">
            {split ? fr.list.others(others.length) : fr.list.everyone(others.length)}
          </h2>
          <Grid cards={others} onEnd={onEnd} />
        </section>
      )}
      {shown.length === 0 && !plain && <p class="soft">{fr.list.nobody}</p>}
    </>
  );
}

function Grid({ cards, onEnd }: { cards: Card[]; onEnd(card: Card): void }) {
  return (
    <ul class="grid" role="list">
      {cards.map((card) => (
        <CandidateCard key={card.number} card={card} onEnd={onEnd} />
      ))}
    </ul>
  );
}
