// SPDX-License-Identifier: Apache-2.0
import { ScreenTitle } from '../../shared/ui/screen_title.tsx';
import { useStation } from '../control/context.ts';
import { fr } from '../words/fr.ts';

/** The page was opened again in another tab, which has the test now. */
export function OtherTab() {
  const station = useStation();
  const { title, text, aside, take } = fr.otherTab;
  return (
    <section class="sheet narrow">
      <ScreenTitle page={title}>{title}</ScreenTitle>
      <p class="lead">{text}</p>
      <p class="soft">{aside}</p>
      <div class="buttons">
        <button type="button" class="button" onClick={() => void station.takeTab()}>
          {take}
        </button>
      </div>
    </section>
  );
}
