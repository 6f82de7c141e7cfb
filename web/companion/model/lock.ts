// SPDX-License-Identifier: Apache-2.0
// What the companion remembers of a lock, and what changes it. Pure: the browser's storage keeps the
// value, so that it outlives the worker and the browser.

export interface Lock {
  /** Origin of the box that locked: the only one that may unlock. */
  box: string;
  /** Milliseconds, wall clock: when it last asked. */
  since: number;
}

export type LockEvent =
  | { type: 'lock'; origin: string; at: number }
  | { type: 'unlock'; origin: string }
  | { type: 'time'; at: number };

const hour = 3_600_000;

/** A computer whose box has gone is free again after this. No test lasts as long. */
export const ceilingMs = 6 * hour;

/** Asking again within this changes nothing: pages may repeat themselves. */
const renewalMs = 60_000;

export function after(lock: Lock | null, event: LockEvent): Lock | null {
  switch (event.type) {
    case 'lock':
      return locked(inTime(lock, event.at), event.origin, event.at);
    case 'unlock':
      return lock?.box === event.origin ? null : lock;
    case 'time':
      return inTime(lock, event.at);
  }
}

export function isLockedTo(lock: Lock | null, origin: string): boolean {
  return lock?.box === origin;
}

/** Milliseconds, wall clock. */
export function endOf(lock: Lock): number {
  return lock.since + ceilingMs;
}

function locked(lock: Lock | null, origin: string, at: number): Lock {
  if (lock !== null && lock.box !== origin) return lock;
  if (lock !== null && at - lock.since < renewalMs) return lock;
  return { box: origin, since: at };
}

/** A clock that was set back restarts the count: it neither frees the computer nor keeps it. */
function inTime(lock: Lock | null, now: number): Lock | null {
  if (lock === null || now >= endOf(lock)) return null;
  return now < lock.since ? { ...lock, since: now } : lock;
}

/** What the storage held, whatever it is. */
export function readLock(value: unknown): Lock | null {
  if (typeof value !== 'object' || value === null) return null;
  const { box, since } = value as Partial<Lock>;
  return typeof box === 'string' && typeof since === 'number' ? { box, since } : null;
}
