// SPDX-License-Identifier: Apache-2.0
import { PageFooter } from '../../shared/ui/page_footer.tsx';
import { ScreenTitle } from '../../shared/ui/screen_title.tsx';
import { Wordmark } from '../../shared/ui/wordmark.tsx';
import { fr } from '../words/fr.ts';

/** This browser cannot keep answers: no test starts here. */
export function Unfit() {
  return (
    <div class="page">
      <header class="page-header">
        <Wordmark />
      </header>
      <main>
        <section class="sheet narrow">
          <ScreenTitle page={fr.unfit.title}>{fr.unfit.title}</ScreenTitle>
          <p>{fr.unfit.text}</p>
        </section>
      </main>
      <PageFooter />
    </div>
  );
}
