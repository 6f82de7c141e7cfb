// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from '../../shared/ui/icon.tsx';
import { spanInWords } from '../../shared/time/words.ts';
import type { Measures } from '../model/seat_check.ts';
import type { SeatLine } from '../model/seat_lines.ts';
import { fr } from '../words/fr.ts';

const words = fr.seatCheck;

const icons: Record<SeatLine['state'], IconName> = {
  good: 'check',
  free: 'info',
  remark: 'warning',
  bad: 'error',
};

/** What was found, and what to do about it when it is not good. */
export function SeatLineItem({ line, measures }: { line: SeatLine; measures: Measures }) {
  const { found, todo } = contents[line.name](measures);
  return (
    <li class={`seat-line ${line.state}`}>
      <Icon name={icons[line.state]} />
      <div class="seat-found">
        <p>
          <strong>{words.names[line.name]}</strong>
        </p>
        {found && <p class="digits">{found}</p>}
        {line.state !== 'good' && todo && <p>{todo}</p>}
      </div>
      <span class="verdict">{words.verdicts[line.state]}</span>
    </li>
  );
}

interface Contents {
  found: string;
  todo?: ComponentChildren;
}

const contents: Record<SeatLine['name'], (measures: Measures) => Contents> = {
  browser: ({ browser }) => ({
    found: words.browser(browser.name, browser.version),
    todo: words.oldBrowser,
  }),
  javascript: () => ({ found: words.running }),
  indexeddb: ({ indexeddb }) => ({ found: indexeddb ? words.kept : '', todo: words.notKept }),
  screen: ({ screen }) => ({ found: words.pixels(screen.width, screen.height), todo: words.small }),
  box: ({ box }) => ({ found: box ? words.answers : '', todo: words.silent }),
  clock: ({ box }) => ({ found: skewInWords(box?.skewMs ?? 0), todo: words.setClock }),
  latency: ({ box }) => ({ found: words.latency(box?.latencyMs ?? 0), todo: words.slow }),
  lockdown: ({ lockdown: { kind, version } }) =>
    kind === 'none'
      ? {
          found: words.lockdowns.none,
          todo: (
            <>
              {words.noLockdown} <a href="/companion/">{words.companionPage}</a>.
            </>
          ),
        }
      : { found: words.lockdowns[kind](version) },
};

const skewInWords = (ms: number) => {
  const seconds = Math.round(Math.abs(ms) / 1000);
  return seconds < 2 ? words.onTime : words.skewed(spanInWords(seconds), ms > 0);
};
