// SPDX-License-Identifier: Apache-2.0
import { ScreenTitle } from '../../shared/ui/screen_title.tsx';
import { useStation } from '../control/context.ts';
import { fr } from '../words/fr.ts';

/** A test is under way and the station looks for the box. Empty while its memory is read. */
export function Loading() {
  const { restored } = useStation().state;
  if (!restored.value) return null;
  return (
    <section class="sheet narrow">
      <ScreenTitle page={fr.loading.title}>{fr.loading.title}</ScreenTitle>
      <p>{fr.loading.text}</p>
    </section>
  );
}
