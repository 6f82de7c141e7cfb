// SPDX-License-Identifier: Apache-2.0
import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { Icon } from '../../shared/ui/icon.tsx';
import { useStation } from '../control/context.ts';
import { examWarningsFor, minutesSaid } from '../model/time_warning.ts';
import { fr } from '../words/fr.ts';
import { useWarning } from './warning.ts';

/** Long enough to be read without haste. */
const shownMs = 30_000;

/** "Il vous reste 5 minutes.": said whether the clock is hidden or not, then out of the way. */
export function TimeNote() {
  const { remainingMs, view } = useStation().state;
  const extra = view.value?.candidate.extra_time_percent ?? 0;
  const warning = useWarning(remainingMs, examWarningsFor(extra));
  const minutes = useMemo(() => minutesSaid(warning ?? 0, remainingMs.peek() ?? 0), [warning]);
  const over = useSignal<number | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => (over.value = warning), shownMs);
    return () => clearTimeout(timer);
  }, [warning]);
  return (
    <div role="status">
      {warning !== null && warning !== over.value && (
        <div class="note">
          <Icon name="clock" />
          <p class="note-text">
            <strong>{fr.bar.left(minutes)}</strong>
          </p>
        </div>
      )}
    </div>
  );
}
