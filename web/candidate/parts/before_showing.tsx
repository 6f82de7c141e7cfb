// SPDX-License-Identifier: Apache-2.0
import { Notice } from '../../shared/ui/notice.tsx';
import { ScreenTitle } from '../../shared/ui/screen_title.tsx';
import { useStation } from '../control/context.ts';
import type { Question } from '../model/question.ts';
import type { View } from '../model/view.ts';
import { fr } from '../words/fr.ts';
import { Points } from './points.tsx';

/** What is special about the next question, before it shows and its time runs. */
export function BeforeShowing({ view, question }: { view: View; question: Question }) {
  const station = useStation();
  const opening = station.state.opening.value;
  const { timer_seconds: seconds, focus, number } = question;
  const position = fr.before.position(number, view.session.question_count);
  const title = titleOf(seconds, focus);
  const adjusted = view.candidate.accessibility_adjustment === true;
  const focusItems = adjusted ? fr.report.focusItems : fr.before.focusItems;
  const items = [
    ...(seconds !== null ? fr.before.timedItems(seconds) : []),
    ...(focus ? focusItems : []),
  ];
  return (
    <section class="sheet">
      <ScreenTitle page={`${position} – ${title}`}>
        <span class="page-position">{position}</span>
        {title}
      </ScreenTitle>
      <Points items={items} icon={seconds !== null ? 'clock' : 'target'} />
      {opening === 'unreachable' && (
        <Notice tone="warning" title={fr.before.unreachable} role="status">
          <p>{fr.before.unreachableText}</p>
        </Notice>
      )}
      <div class="buttons">
        <button
          type="button"
          class="button primary"
          aria-disabled={opening !== 'no'}
          onClick={() => station.show(question)}
        >
          {opening === 'no' ? fr.before.show : fr.before.asking}
        </button>
      </div>
    </section>
  );
}

function titleOf(seconds: number | null, focus: boolean): string {
  if (seconds === null) return fr.before.focus;
  return focus ? fr.before.both(seconds) : fr.before.timed(seconds);
}
