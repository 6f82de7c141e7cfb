// SPDX-License-Identifier: Apache-2.0
import { hourMinute } from '../../shared/time/words.ts';
import { Notice } from '../../shared/ui/notice.tsx';
import { useStation } from '../control/context.ts';
import { fr } from '../words/fr.ts';

/** What concerns the whole page: a cut, a second tab. In the flow, so it never covers the focus. */
export function Banners() {
  const { offline, otherTab, attempt } = useStation().state;
  return (
    <>
      {offline.value && attempt.value && <OfflineBanner />}
      {otherTab.value && (
        <Notice tone="warning" role="status">
          <p>{fr.tabs}</p>
        </Notice>
      )}
    </>
  );
}

function OfflineBanner() {
  const station = useStation();
  const { link, pending } = station.state;
  const { lastContact } = link.value;
  return (
    <Notice tone="warning" title={fr.offline.title} role="status">
      <p>{fr.offline.text(pending.value)}</p>
      {lastContact !== null && (
        <p class="soft">
          {fr.offline.since(hourMinute(Date.now() - (performance.now() - lastContact)))}
        </p>
      )}
      <button type="button" class="button quiet" onClick={station.retryNow}>
        {fr.again}
      </button>
    </Notice>
  );
}
