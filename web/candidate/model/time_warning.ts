// SPDX-License-Identifier: Apache-2.0

/** Remaining times at which the candidate is told, politely: of the exam, and of a question. */
export const examWarnings = [60, 30, 15, 10, 5, 1].map((minutes) => minutes * 60_000);
export const questionWarnings = [60_000, 30_000, 10_000, 0];

/** Who reads more slowly is told earlier, in proportion, at whole minutes. */
export function examWarningsFor(extraTimePercent: number): number[] {
  return examWarnings.map(
    (ms) => Math.round((ms * (1 + extraTimePercent / 100)) / 60_000) * 60_000,
  );
}

/**
 * The warning to give when the remaining time goes from `before` to `now` (ms): the smallest
 * threshold crossed. None on the first look (`before` null) or when time was added.
 */
export function warningBetween(
  before: number | null,
  now: number,
  thresholds: number[],
): number | undefined {
  if (before === null) return undefined;
  return thresholds.filter((threshold) => before > threshold && now <= threshold).at(-1);
}

const closeMs = 90_000;

/** The threshold's minutes, or what is really left: a computer that slept passes thresholds late. */
export function minutesSaid(thresholdMs: number, remainingMs: number): number {
  const isClose = thresholdMs - remainingMs <= closeMs;
  return Math.ceil((isClose ? thresholdMs : remainingMs) / 60_000);
}
