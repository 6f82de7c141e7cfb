// SPDX-License-Identifier: Apache-2.0
import { Notice } from '../../shared/ui/notice.tsx';
import { useOffice } from '../control/context.ts';
import type { DeliveriesView } from '../model/delivery.ts';
import { outlookOf, type Outlook } from '../model/outlook.ts';
import { unbroken } from '../model/typography.ts';
import { fr } from '../words/fr.ts';

/** The page in one sentence, and what to do, which most often is nothing. */
export function OutlookNotice({ view }: { view: DeliveriesView }) {
  const outlook = outlookOf(view);
  const { tone, title, lines } = told(outlook);
  return (
    <Notice tone={tone} title={title} role="status">
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {outlook.kind === 'stuck' && <TryNow />}
    </Notice>
  );
}

function TryNow() {
  const office = useOffice();
  return (
    <div class="buttons">
      <button
        type="button"
        class="button"
        aria-disabled={office.asked.value}
        onClick={() => void office.tryNow()}
      >
        {office.asked.value ? fr.deliveries.asked : fr.deliveries.tryNow}
      </button>
    </div>
  );
}

interface Told {
  tone: 'info' | 'success' | 'warning' | 'error';
  title: string;
  lines: string[];
}

function told(outlook: Outlook): Told {
  const words = fr.outlook;
  switch (outlook.kind) {
    case 'nothing':
      return { tone: 'info', title: words.nothing, lines: [words.nothingMore] };
    case 'received':
      return { tone: 'success', title: words.received(outlook.count), lines: [words.receivedMore] };
    case 'refused':
      return { tone: 'error', title: words.refused(outlook.count), lines: [words.refusedMore] };
    case 'silent':
      return { tone: 'warning', title: words.silent(outlook.count), lines: [words.silentMore] };
    case 'on_its_way':
      return { tone: 'info', title: words.onItsWay(outlook.count), lines: [words.onItsWayMore] };
    case 'stuck': {
      const next = outlook.nextTry ? [words.nextTry(outlook.nextTry)] : [];
      const lines = [unbroken(outlook.trouble.message), ...next];
      return { tone: 'warning', title: words.stuck(outlook.count), lines };
    }
  }
}
