// SPDX-License-Identifier: Apache-2.0

/** What the box says when it refuses (application/problem+json). `title` is French, for people. */
export interface Problem {
  status: number;
  code: string;
  title: string;
  field?: string;
}

/** The three ways a request can end; nothing is thrown. A box that is busy says so in `problem`. */
export type Outcome<T> =
  | { kind: 'ok'; body: T; tripMs: number }
  | { kind: 'refused'; problem: Problem }
  | { kind: 'unreachable'; retryAfterMs: number; problem?: Problem };

/** True when the same request may succeed later without any change. */
export function isPassing(status: number): boolean {
  return status >= 500 || status === 429 || status === 408 || status === 423;
}

/** Reads a Retry-After header in seconds; anything else counts as absent (0). */
export function retryAfterMs(header: string | null): number {
  const seconds = Number(header);
  if (header === null || !Number.isFinite(seconds) || seconds < 0) return 0;
  return Math.min(seconds, 60) * 1000;
}
