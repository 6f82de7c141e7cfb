// SPDX-License-Identifier: Apache-2.0
import { useComputed } from '@preact/signals';
import { useDesk } from '../control/context.ts';
import { countOf, filters, type Filter } from '../model/filters.ts';
import { fr } from '../words/fr.ts';

/** Filters with their counts, and a search by name. */
export function Toolbar() {
  const { finalised, search } = useDesk().state;
  const offered = filters.filter((name) => name !== 'attention' || !finalised.value);
  return (
    <div class="toolbar">
      <div class="filters" role="group" aria-label={fr.filters.legend}>
        {offered.map((name) => (
          <FilterButton key={name} name={name} />
        ))}
      </div>
      <div class="search field">
        <label for="chercher" class="sr-only">
          {fr.filters.search}
        </label>
        <input
          id="chercher"
          type="search"
          autocomplete="off"
          placeholder={fr.filters.search}
          value={search.value}
          onInput={(event) => (search.value = event.currentTarget.value)}
        />
      </div>
    </div>
  );
}

function FilterButton({ name }: { name: Filter }) {
  const { cards, finalised, filter } = useDesk().state;
  const count = useComputed(() => countOf(cards.value, name));
  const chosen = filter.value === name;
  return (
    <button
      type="button"
      class={chosen ? 'filter chosen' : 'filter'}
      aria-pressed={chosen}
      onClick={() => (filter.value = name)}
    >
      {finalised.value && name === 'ready' ? fr.filters.neverStarted : fr.filters.names[name]}{' '}
      <span class="digits">{count}</span>
    </button>
  );
}
