// SPDX-License-Identifier: Apache-2.0

/**
 * Pause before a new try, in ms: doubles from `first` up to `longest`, then loses up to a quarter
 * by chance, so that thirty stations do not all come back at the same instant.
 * `chance` is a draw in [0, 1).
 */
export function backoffMs(
  failures: number,
  first: number,
  longest: number,
  chance: number,
): number {
  const full = Math.min(longest, first * 2 ** Math.min(failures, 16));
  return Math.round(full * (1 - chance / 4));
}
