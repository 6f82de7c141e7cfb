// SPDX-License-Identifier: Apache-2.0
import { Icon } from '../../shared/ui/icon.tsx';
import { timeLeft } from '../../shared/time/words.ts';
import { useStation } from '../control/context.ts';
import { useDisplay } from '../display/use_display.ts';
import { questionWarnings } from '../model/time_warning.ts';
import { fr } from '../words/fr.ts';
import { useWarning } from './warning.ts';

/** The remaining time by the box's clock. Hidden or not, the warnings are given. */
export function Timer() {
  const { remainingMs, questionRemainingMs, shownCountdown } = useStation().state;
  const { display, choose } = useDisplay();
  const shown = !display.clock_hidden;
  const questionWarning = useWarning(questionRemainingMs, questionWarnings);
  if (remainingMs.value === null) return null;
  const held = shownCountdown.value?.running === false;
  return (
    <>
      {shown && questionRemainingMs.value !== null && (
        <QuestionTime ms={questionRemainingMs.value} />
      )}
      <div class="timer">
        {shown && (
          <>
            <Icon name="clock" />
            <span class="timer-label">{held ? fr.bar.heldTime : fr.bar.time}</span>
            <span class="timer-value digits" role="timer" aria-live="off" aria-label={fr.bar.time}>
              {timeLeft(remainingMs.value)}
            </span>
          </>
        )}
        <button type="button" class="button quiet" onClick={() => choose({ clock_hidden: shown })}>
          {shown ? fr.bar.hide : fr.bar.show}
          {shown && <span class="sr-only"> le temps restant</span>}
        </button>
        <span class="sr-only" role="status">
          {questionWarning !== null && fr.bar.questionLeft(questionWarning)}
        </span>
      </div>
    </>
  );
}

/** The second countdown, of a timed question. */
function QuestionTime({ ms }: { ms: number }) {
  return (
    <span class="question-time">
      <Icon name="clock" />
      <span>{fr.bar.questionTime}</span>
      <strong class="digits" role="timer" aria-live="off" aria-label={fr.bar.questionTimeLong}>
        {ms === 0 ? fr.bar.questionOver : timeLeft(ms)}
      </strong>
    </span>
  );
}
