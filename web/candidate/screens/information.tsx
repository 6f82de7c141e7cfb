// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import { ScreenTitle } from '../../shared/ui/screen_title.tsx';
import { useStation } from '../control/context.ts';
import type { View } from '../model/view.ts';
import { Points } from '../parts/points.tsx';
import { RulesForm } from '../parts/rules_form.tsx';
import { fr } from '../words/fr.ts';

interface Page {
  title: string;
  items: string[];
  numbered?: boolean;
}

function pagesFor(view: View): Page[] {
  const { adaptive, length, modes, trouble, rules } = fr.information;
  return [
    adaptive,
    { title: length.title(view), items: length.items(view) },
    modes,
    { ...trouble, numbered: true },
    { ...rules, numbered: true },
  ];
}

/** Five short pages to read before the test; the last one is a promise to make. */
export function Information() {
  const station = useStation();
  const view = station.state.view.value;
  const [index, setIndex] = useState(0);
  if (!view) return null;
  const pages = pagesFor(view);
  const page = pages[index]!;
  const last = index === pages.length - 1;
  const position = fr.information.position(index + 1, pages.length);
  const back = index > 0 ? () => setIndex(index - 1) : undefined;
  return (
    <section class="sheet">
      <div class="steps" aria-hidden="true">
        {pages.map((_, step) => (
          <span key={step} class={step <= index ? 'done' : ''} />
        ))}
      </div>
      <ScreenTitle page={`${position} – ${page.title}`}>
        <span class="page-position">{position}</span>
        {page.title}
      </ScreenTitle>
      <Points items={page.items} numbered={page.numbered ?? false} />
      {last ? (
        <RulesForm onBack={back} onAccept={() => void station.choose({ rulesAccepted: true })} />
      ) : (
        <div class="buttons">
          <button type="button" class="button primary" onClick={() => setIndex(index + 1)}>
            {fr.continue}
          </button>
          {back && (
            <button type="button" class="button" onClick={back}>
              {fr.back}
            </button>
          )}
        </div>
      )}
    </section>
  );
}
