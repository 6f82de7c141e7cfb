// SPDX-License-Identifier: Apache-2.0
import { dateInWords } from '../../shared/time/words.ts';
import { ScreenTitle } from '../../shared/ui/screen_title.tsx';
import { useStation } from '../control/context.ts';
import { fr } from '../words/fr.ts';

export function Identity() {
  const station = useStation();
  const view = station.state.view.value;
  if (!view) return null;
  const { last_name, first_name, birthdate, group } = view.candidate;
  return (
    <section class="sheet narrow">
      <ScreenTitle page={fr.identity.title}>{fr.identity.title}</ScreenTitle>
      <dl class="identity">
        <Line term={fr.identity.lastName} value={last_name} />
        <Line term={fr.identity.firstName} value={first_name} />
        <Line term={fr.identity.born} value={dateInWords(birthdate)} />
        {group && <Line term={fr.identity.group} value={group} />}
      </dl>
      <p class="soft">{fr.identity.help}</p>
      <div class="buttons">
        <button
          type="button"
          class="button primary"
          onClick={() => void station.choose({ identityConfirmed: true })}
        >
          {fr.identity.yes}
        </button>
        <button type="button" class="button" onClick={() => void station.notMe()}>
          {fr.identity.no}
        </button>
      </div>
    </section>
  );
}

function Line({ term, value }: { term: string; value: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{value}</dd>
    </div>
  );
}
