// SPDX-License-Identifier: Apache-2.0

/** Shorter absences never count: a notification, a slip of the hand. */
export const absenceMsMin = 1000;

/** Whether the candidate is on the page of a question in focus mode. */
export interface Presence {
  /** When they left (performance.now()); null while they are here. */
  awaySince: number | null;
  /** They were away for long enough, once. */
  lost: boolean;
}

export const present: Presence = { awaySince: null, lost: false };

/** What is known after another look at `now`. */
export function looked(before: Presence, away: boolean, now: number): Presence {
  const { awaySince } = before;
  const lost = before.lost || (awaySince !== null && now - awaySince >= absenceMsMin);
  return { awaySince: away ? (awaySince ?? now) : null, lost };
}
