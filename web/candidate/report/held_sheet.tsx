// SPDX-License-Identifier: Apache-2.0
import { Icon, type IconName } from '../../shared/ui/icon.tsx';
import { ScreenTitle } from '../../shared/ui/screen_title.tsx';
import { timeLeft } from '../../shared/time/words.ts';
import { useStation } from '../control/context.ts';
import type { View } from '../model/view.ts';
import { Points } from '../parts/points.tsx';
import { fr } from '../words/fr.ts';
import type { Held } from './held.ts';

const icons: Record<Held, IconName> = { report: 'flag', room_pause: 'pause', pause: 'pause' };

interface HeldSheetProps {
  view: View;
  /** Not empty; the first one is what the sheet is about. */
  held: Held[];
}

/** The test is held: why, what happens next, and that nothing is to be done here. */
export function HeldSheet({ view, held }: HeldSheetProps) {
  const [first, ...others] = held;
  if (!first) return null;
  const number = view.report?.number ?? view.question?.number ?? view.answered + 1;
  const position = fr.before.position(number, view.session.question_count);
  const title = fr.report.held[first];
  return (
    <section class="sheet narrow held">
      <p class="held-mark">
        <Icon name={icons[first]} />
      </p>
      <ScreenTitle page={`${position} – ${title}`}>
        <span class="page-position">{position}</span>
        {title}
      </ScreenTitle>
      <p class="lead">{fr.report.text[first]}</p>
      {others.map((other) => (
        <p key={other}>
          <strong>{fr.report.too[other]}</strong>
        </p>
      ))}
      <dl class="facts">
        {first === 'report' && view.report && (
          <div>
            <dt>{fr.report.reported}</dt>
            <dd>{fr.report.reasons[view.report.reason]}</dd>
          </div>
        )}
        <StoppedClock />
      </dl>
      <div>
        <h2>{fr.report.next}</h2>
        <Points
          icon="send"
          items={first === 'report' ? fr.report.nextItems(number) : fr.report.nextPause}
        />
      </div>
      <p class="soft">{fr.report.aside}</p>
    </section>
  );
}

function StoppedClock() {
  const { remainingMs } = useStation().state;
  if (remainingMs.value === null) return null;
  return (
    <div>
      <dt>{fr.report.stopped}</dt>
      <dd class="digits">{fr.report.remaining(timeLeft(remainingMs.value))}</dd>
    </div>
  );
}
