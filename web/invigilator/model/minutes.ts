// SPDX-License-Identifier: Apache-2.0

export const quickMinutes = [1, 5, 10, 15] as const;

/** 1 to 60 whole minutes; nothing for anything else. */
export function minutesFrom(typed: string): number | undefined {
  const minutes = /^\s*\d{1,2}\s*$/.test(typed) ? Number(typed) : 0;
  return minutes >= 1 && minutes <= 60 ? minutes : undefined;
}
