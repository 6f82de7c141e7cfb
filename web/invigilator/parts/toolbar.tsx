// SPDX-License-Identifier: Apache-2.0
import type { Signal } from '@preact/signals';
import { useDesk } from '../control/context.ts';
import { countOf, filters, type Filter } from '../model/filters.ts';
import { fr } from '../words/fr.ts';

interface ToolbarProps {
  filter: Signal<Filter>;
  search: Signal<string>;
}

/** Filters with their counts, and a search by name. */
export function Toolbar({ filter, search }: ToolbarProps) {
  const { cards, finalised } = useDesk().state;
  const offered = filters.filter((name) => name !== 'attention' || !finalised.value);
  return (
    <div class="toolbar">
      <div class="filters" role="group" aria-label={fr.filters.legend}>
        {offered.map((name) => (
          <button
            type="button"
            key={name}
            class={filter.value === name ? 'filter chosen' : 'filter'}
            aria-pressed={filter.value === name}
            onClick={() => (filter.value = name)}
          >
            {finalised.value && name === 'ready' ? fr.filters.neverStarted : fr.filters.names[name]}{' '}
            <span class="digits">{countOf(cards.value, name)}</span>
          </button>
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
