// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import type { ShownPack } from './model/compiled.ts';
import { QuestionPreview } from './parts/question_preview.tsx';

/** All the questions of a pack: a list to choose from, and the chosen one. */
export function App({ pack }: { pack: ShownPack }) {
  const [filter, setFilter] = useState('');
  const [chosen, setChosen] = useState(location.hash.slice(1));
  const wanted = filter.trim().toLowerCase();
  const listed = pack.questions.filter(({ question, secret, marks }) =>
    [question.item, question.kind, secret.tube, ...marks].join(' ').toLowerCase().includes(wanted),
  );
  const shown = pack.questions.find(({ question }) => question.item === chosen) ?? listed[0];
  const choose = (item: string) => {
    setChosen(item);
    history.replaceState(null, '', `#${item}`);
  };
  return (
    <div class="preview">
      <nav aria-label="Questions du paquet">
        <p class="pack-title">{pack.title}</p>
        <label for="filtre">Filtrer</label>
        <input
          id="filtre"
          type="search"
          value={filter}
          onInput={(event) => setFilter(event.currentTarget.value)}
        />
        <p role="status">
          {listed.length} question{listed.length > 1 ? 's' : ''}
        </p>
        <ul>
          {listed.map(({ question, marks }) => (
            <li key={question.item}>
              <a
                href={`#${question.item}`}
                aria-current={question.item === shown?.question.item ? 'true' : undefined}
                onClick={() => choose(question.item)}
              >
                {question.item}
              </a>
              <span class="hint">{[question.kind, ...marks].join(', ')}</span>
            </li>
          ))}
        </ul>
      </nav>
      <main>
        {shown && (
          <QuestionPreview key={shown.question.item} shown={shown} count={pack.questions.length} />
        )}
      </main>
    </div>
  );
}
