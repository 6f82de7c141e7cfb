// SPDX-License-Identifier: Apache-2.0
import type { Outcome } from '../../shared/api/outcome.ts';

/** The link with the box, as the requests of this page saw it. */
export interface Link {
  failures: number;
  /** performance.now() of the last answer of the box; null before the first. */
  lastContact: number | null;
}

export const newLink: Link = { failures: 0, lastContact: null };

export function reached(now: number): Link {
  return { failures: 0, lastContact: now };
}

export function missed(link: Link): Link {
  return { ...link, failures: link.failures + 1 };
}

/** A box that says "not now" is reached all the same. */
export function afterOutcome(link: Link, outcome: Outcome<unknown>, now: number): Link {
  const replied = outcome.kind !== 'unreachable' || isHeld(outcome);
  return replied ? reached(now) : missed(link);
}

/** The test is held (a report, a pause, a missing lockdown): what was sent will be taken later. */
export function isHeld(outcome: Outcome<unknown>): boolean {
  return outcome.kind === 'unreachable' && outcome.problem?.status === 423;
}

/** One lost request is nothing; two in a row is a cut. */
export function isOffline(link: Link): boolean {
  return link.failures >= 2;
}
