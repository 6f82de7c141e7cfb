// SPDX-License-Identifier: Apache-2.0
import { useDesk } from '../control/context.ts';
import { fr } from '../words/fr.ts';
import { CandidateCard } from './candidate_card.tsx';
import { useKeptFocus } from './kept_focus.ts';
import { Toolbar } from './toolbar.tsx';

/** Everyone: those who wait for the invigilator first, in a group of their own. */
export function CardList() {
  const desk = useDesk();
  const { urgent, others, plain, finalised } = desk.state;
  const split = urgent.value.length > 0 || (plain.value && !finalised.value);
  const shown = urgent.value.length + others.value.length;
  const list = useKeptFocus([urgent.value, others.value]);
  return (
    <>
      <Toolbar />
      <p class="sr-only" role="status">
        {!plain.value && fr.list.shown(shown)}
      </p>
      <div class="lists" ref={list}>
        {split && (
          <section aria-labelledby="a-traiter">
            <div class="section-line">
              <h2 id="a-traiter">{fr.list.attention(urgent.value.length)}</h2>
              <ConfirmAll />
            </div>
            {urgent.value.length === 0 ? (
              <p class="soft">{fr.list.nothingToDo}</p>
            ) : (
              <Grid numbers={urgent.value} />
            )}
          </section>
        )}
        {others.value.length > 0 && (
          <section aria-labelledby="les-autres">
            <h2 id="les-autres">
              {split ? fr.list.others(others.value.length) : fr.list.everyone(others.value.length)}
            </h2>
            <Grid numbers={others.value} />
          </section>
        )}
      </div>
      {shown === 0 && !plain.value && <p class="soft">{fr.list.nobody}</p>}
    </>
  );
}

/** At the beginning of a session nearly everybody waits for the same act. */
function ConfirmAll() {
  const desk = useDesk();
  const waiting = desk.state.waiting.value.length;
  if (waiting < 2) return null;
  return (
    <button type="button" class="button" onClick={() => desk.dialogs.open({ what: 'all_present' })}>
      {fr.allPresent.open(waiting)}
    </button>
  );
}

function Grid({ numbers }: { numbers: number[] }) {
  return (
    <ul class="grid" role="list">
      {numbers.map((number) => (
        <CandidateCard key={number} candidate={number} />
      ))}
    </ul>
  );
}
