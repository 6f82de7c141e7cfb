// SPDX-License-Identifier: Apache-2.0
import type { Outcome } from '../../shared/api/outcome.ts';
import { backoffMs } from '../../shared/time/backoff.ts';

const pauseMsFirst = 250;
const pauseMsLongest = 3000;

export interface Insisting {
  /** False ends it: nobody waits for the reply any more. */
  wanted(): boolean;
  /** A try was lost, or came too early; another one follows. */
  missed(outcome: Outcome<unknown>): void;
  pause(ms: number): Promise<void>;
  /** A draw in [0, 1). */
  chance(): number;
}

/** Asks the box until it replies, whatever the reply; undefined when it is no longer wanted. */
export async function insist<T>(
  ask: () => Promise<Outcome<T>>,
  { wanted, missed, pause, chance }: Insisting,
): Promise<Exclude<Outcome<T>, { kind: 'unreachable' }> | undefined> {
  for (let failures = 0; wanted(); ++failures) {
    const outcome = await ask();
    if (outcome.kind !== 'unreachable') return wanted() ? outcome : undefined;
    missed(outcome);
    const own = backoffMs(failures, pauseMsFirst, pauseMsLongest, chance());
    await pause(Math.max(own, outcome.retryAfterMs));
  }
  return undefined;
}
