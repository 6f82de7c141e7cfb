// SPDX-License-Identifier: Apache-2.0
import type { Browser } from './browser.ts';
import type { Lockdown } from './lockdown.ts';

export type SeatProblem =
  'browser_old' | 'no_indexeddb' | 'clock_skew' | 'screen_small' | 'latency_high';

/** What the page measured on this station. */
export interface Measures {
  browser: Browser;
  /** What the page wrote there, it read again. */
  indexeddb: boolean;
  screen: { width: number; height: number };
  /** Of several questions to the box; null when it did not answer. */
  box: { skewMs: number; latencyMs: number } | null;
  lockdown: Lockdown;
}

/** What a box's time and a station's tell, asked and answered so (Date.now(), ms). */
export interface Exchange {
  boxMs: number;
  sentMs: number;
  tripMs: number;
}

const skewMsMax = 60_000;
const latencyMsMax = 300;
const comfortable = { width: 1024, height: 600 };

/** In the order of the page. */
export function problemsOf({ browser, indexeddb, screen, box }: Measures): SeatProblem[] {
  const problems: SeatProblem[] = [];
  if (!browser.fit) problems.push('browser_old');
  if (!indexeddb) problems.push('no_indexeddb');
  if (screen.width < comfortable.width || screen.height < comfortable.height)
    problems.push('screen_small');
  if (box && Math.abs(box.skewMs) > skewMsMax) problems.push('clock_skew');
  if (box && box.latencyMs > latencyMsMax) problems.push('latency_high');
  return problems;
}

/** The fastest exchange tells the station's advance best; half of it was the way back. */
export function measureOf(exchanges: Exchange[]): Measures['box'] {
  const sorted = [...exchanges].sort((a, b) => a.tripMs - b.tripMs);
  const fastest = sorted[0];
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (!fastest || !middle) return null;
  const skewMs = fastest.sentMs + fastest.tripMs / 2 - fastest.boxMs;
  return { skewMs: Math.round(skewMs), latencyMs: Math.round(middle.tripMs) };
}

/** As the box measures it. */
const seatBytesMax = 64;

/** "poste 12", as typed, without what would only confuse. */
export function seatName(typed: string): string {
  let name = typed.replace(/\s+/g, ' ').replace(/\p{C}/gu, '').trim();
  while (new TextEncoder().encode(name).length > seatBytesMax)
    name = [...name].slice(0, -1).join('');
  return name;
}
