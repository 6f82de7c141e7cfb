// SPDX-License-Identifier: Apache-2.0

/** Minutes left at which the candidate is told, politely. */
export const warningMinutes = [60, 30, 15, 10, 5, 1] as const;

/**
 * The warning to give when the remaining time goes from `before` to `now` (ms): the smallest
 * threshold crossed. None on the first look (`before` null) or when time was added.
 */
export function warningBetween(before: number | null, now: number): number | undefined {
  if (before === null) return undefined;
  const crossed = warningMinutes.filter(
    (minutes) => before > minutes * 60_000 && now <= minutes * 60_000,
  );
  return crossed.at(-1);
}
