// SPDX-License-Identifier: Apache-2.0
import { useSignal, useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { Icon } from '../../shared/ui/icon.tsx';
import { timeLeft } from '../../shared/time/words.ts';
import { useStation } from '../control/context.ts';
import { warningBetween } from '../model/time_warning.ts';
import { fr } from '../words/fr.ts';

/** The remaining time by the box's clock. Hidden or not, the warnings are given. */
export function Timer() {
  const { remainingMs, shownCountdown } = useStation().state;
  const shown = useSignal(true);
  const warning = useTimeWarning();
  if (remainingMs.value === null) return null;
  const held = shownCountdown.value?.running === false;
  return (
    <div class="timer">
      {shown.value && (
        <>
          <Icon name="clock" />
          <span class="timer-label">{held ? fr.bar.heldTime : fr.bar.time}</span>
          <span class="timer-value digits" role="timer" aria-live="off" aria-label={fr.bar.time}>
            {timeLeft(remainingMs.value)}
          </span>
        </>
      )}
      <button type="button" class="button quiet" onClick={() => (shown.value = !shown.value)}>
        {shown.value ? fr.bar.hide : fr.bar.show}
        {shown.value && <span class="sr-only"> le temps restant</span>}
      </button>
      <span class="sr-only" role="status">
        {warning !== null && fr.bar.left(warning)}
      </span>
    </div>
  );
}

/** The last warning crossed, in minutes. */
function useTimeWarning(): number | null {
  const { remainingMs } = useStation().state;
  const warning = useSignal<number | null>(null);
  const before = useRef<number | null>(null);
  useSignalEffect(() => {
    const now = remainingMs.value;
    if (now === null) return;
    warning.value = warningBetween(before.current, now) ?? warning.peek();
    before.current = now;
  });
  return warning.value;
}
