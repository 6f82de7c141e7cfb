// SPDX-License-Identifier: Apache-2.0

/** What the box says about a candidate's time. Only the box knows; the browser draws it. */
export interface Clock {
  remaining_ms: number;
  running: boolean;
}

/** A clock of the box, tied to the instant (performance.now(), ms) at which it was true here. */
export interface Countdown {
  remainingMs: number;
  running: boolean;
  at: number;
}

/** Half of the trip was spent coming back: the box's figure is that old on arrival. */
export function countdownFrom(clock: Clock, now: number, tripMs = 0): Countdown {
  return { remainingMs: clock.remaining_ms, running: clock.running, at: now - tripMs / 2 };
}

/** Remaining time at `now`, never below zero. */
export function remainingAt(countdown: Countdown, now: number): number {
  const spent = countdown.running ? Math.max(0, now - countdown.at) : 0;
  return Math.max(0, countdown.remainingMs - spent);
}

/** The same countdown, stopped where it is: the box gives back the time of a cut. */
export function frozenAt(countdown: Countdown, now: number): Countdown {
  return { remainingMs: remainingAt(countdown, now), running: false, at: now };
}
