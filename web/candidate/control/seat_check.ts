// SPDX-License-Identifier: Apache-2.0
// Looks at this station before anyone sits a test at it.
import { openDatabase } from '../../shared/store/database.ts';
import { browserOf } from '../model/browser.ts';
import { measureOf, problemsOf, type Exchange, type Measures } from '../model/seat_check.ts';
import type { Lockdown } from '../model/lockdown.ts';
import type { Seat } from '../outbox/seat_memory.ts';
import * as api from './api.ts';
import { LockdownWatch } from './lockdown.ts';

const exchangeCount = 5;
/** The companion of a slow station replies late. */
const companionMs = 1500;

/** Measures everything that can be measured; the box may stay silent. */
export async function measure(): Promise<Measures> {
  const [indexeddb, box, lockdown] = await Promise.all([keepsData(), askBox(), lookForLockdown()]);
  const { width, height } = screen;
  return {
    browser: browserOf(navigator.userAgent),
    indexeddb,
    screen: { width, height },
    box,
    lockdown,
  };
}

/** Tells the box; false when it does not answer. */
export async function tell({ device, name }: Seat, measures: Measures): Promise<boolean> {
  const { browser, screen: size, box, indexeddb, lockdown } = measures;
  if (!box) return false;
  const outcome = await api.checkSeat({
    device,
    seat: name,
    browser: `${browser.name} ${browser.version}`.trim(),
    screen: `${size.width}×${size.height}`,
    indexeddb,
    clock_skew_ms: box.skewMs,
    latency_ms: box.latencyMs,
    lockdown,
    problems: problemsOf(measures),
  });
  return outcome.kind === 'ok';
}

async function keepsData(): Promise<boolean> {
  try {
    const database = await openDatabase('preau-check', [{ name: 'kept' }]);
    const written = String(Date.now());
    await database.put('kept', written, 'try');
    return (await database.get<string>('kept', 'try')) === written;
  } catch {
    return false;
  }
}

/** One after the other: the box's time, and how long the question took. */
async function askBox(): Promise<Measures['box']> {
  const exchanges: Exchange[] = [];
  for (let count = 0; count < exchangeCount; ++count) {
    const sentMs = Date.now();
    const outcome = await api.box();
    if (outcome.kind !== 'ok') break;
    exchanges.push({ boxMs: Date.parse(outcome.body.time), sentMs, tripMs: outcome.tripMs });
  }
  return measureOf(exchanges);
}

function lookForLockdown(): Promise<Lockdown> {
  return new Promise((resolve) => {
    const watch = new LockdownWatch({
      changed: (lockdown) => lockdown.kind !== 'none' && finish(lockdown),
      wanted: () => null,
    });
    const timer = setTimeout(() => finish(watch.lockdown), companionMs);
    const finish = (lockdown: Lockdown) => {
      clearTimeout(timer);
      watch.stop();
      resolve(lockdown);
    };
  });
}
