// SPDX-License-Identifier: Apache-2.0
import { Icon } from '../../shared/ui/icon.tsx';
import { hourMinute } from '../../shared/time/words.ts';
import { useStation } from '../control/context.ts';
import { fr } from '../words/fr.ts';

/** A cut: what is kept here, since when, and when the box is asked again. */
export function OfflineNote() {
  const station = useStation();
  const { link, pending, offline } = station.state;
  const { lastContact } = link.value;
  return (
    <>
      <p class="sr-only" role="status">
        {offline.value && fr.offline.said}
      </p>
      {offline.value && (
        <section class="note offline" aria-label={fr.offline.title}>
          <Icon name="offline" />
          <div class="note-text">
            <p class="notice-title">{fr.offline.title}</p>
            <p>{fr.offline.text(pending.value)}</p>
            <p class="digits soft">
              {lastContact !== null && fr.offline.since(hourMinute(wallTimeOf(lastContact)))}{' '}
              <NextTry />
            </p>
          </div>
          <button type="button" class="button" onClick={station.retryNow}>
            {fr.offline.retry}
          </button>
        </section>
      )}
    </>
  );
}

/** Not in the status: nobody wants to hear each second. */
function NextTry() {
  const { nextTry, now } = useStation().state;
  const ms = (nextTry.value ?? 0) - Math.max(now.value, performance.now());
  return <>{ms > 0 ? fr.offline.next(Math.ceil(ms / 1000)) : fr.offline.trying}</>;
}

const wallTimeOf = (instant: number) => Date.now() - (performance.now() - instant);
