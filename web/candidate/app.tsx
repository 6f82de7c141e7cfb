// SPDX-License-Identifier: Apache-2.0
import type { JSX } from 'preact';
import { PageFooter } from '../shared/ui/page_footer.tsx';
import { StationProvider } from './control/context.ts';
import type { Station } from './control/station.ts';
import { ReadingDisplay } from './display/reading_display.tsx';
import type { Screen } from './model/screen.ts';
import { Header } from './parts/header.tsx';
import { Notes } from './parts/notes.tsx';
import { AccessCode } from './screens/access_code.tsx';
import { Elsewhere } from './screens/elsewhere.tsx';
import { Finished } from './screens/finished.tsx';
import { Identity } from './screens/identity.tsx';
import { Information } from './screens/information.tsx';
import { Join } from './screens/join.tsx';
import { Loading } from './screens/loading.tsx';
import { LockdownMissing } from './screens/lockdown.tsx';
import { OtherTab } from './screens/other_tab.tsx';
import { QuestionScreen } from './screens/question.tsx';
import { Sending } from './screens/sending.tsx';
import { Takeover } from './screens/takeover.tsx';
import { Waiting } from './screens/waiting.tsx';

const screens: Record<Screen, () => JSX.Element | null> = {
  loading: Loading,
  join: Join,
  elsewhere: Elsewhere,
  identity: Identity,
  other_tab: OtherTab,
  takeover: Takeover,
  information: Information,
  waiting: Waiting,
  lockdown: LockdownMissing,
  code: AccessCode,
  question: QuestionScreen,
  sending: Sending,
  finished: Finished,
};

export function App({ station }: { station: Station }) {
  const Current = screens[station.state.screen.value];
  return (
    <StationProvider value={station}>
      <ReadingDisplay />
      <div class="page">
        <Header />
        <Notes />
        <main>
          <Current />
        </main>
        <PageFooter />
      </div>
    </StationProvider>
  );
}
