// SPDX-License-Identifier: Apache-2.0
import { ScreenTitle } from '../../shared/ui/screen_title.tsx';
import { Wordmark } from '../../shared/ui/wordmark.tsx';
import { fr } from '../words/fr.ts';

export function Loading() {
  return (
    <>
      <header class="page-header">
        <Wordmark />
      </header>
      <main class="column">
        <section class="sheet">
          <ScreenTitle page={fr.loading}>{fr.loading}</ScreenTitle>
        </section>
      </main>
    </>
  );
}
