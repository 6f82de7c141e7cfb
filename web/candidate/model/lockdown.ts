// SPDX-License-Identifier: Apache-2.0

/** What keeps this station on the test, as far as the page can tell. */
export interface Lockdown {
  kind: 'none' | 'companion' | 'seb';
  /** "" for none. */
  version: string;
}

/** The same as the box has it, with what the session asks for. */
export interface LockdownState extends Lockdown {
  /** `any`: the companion or Safe Exam Browser. */
  policy: 'none' | 'companion' | 'seb' | 'any';
  /** The invigilator lets this candidate go on without. */
  waived: boolean;
  /** Required, not there, not waived: the test is held. */
  missing: boolean;
}

export const noLockdown: Lockdown = { kind: 'none', version: '' };

/** What the page knows of the companion from its replies (docs: web/companion). */
export interface Companion {
  /** Null while it has not replied, or no longer does. */
  version: string | null;
  locked: boolean;
  /** Pings sent since the last reply. */
  unanswered: number;
}

export const noCompanion: Companion = { version: null, locked: false, unanswered: 0 };

/** Old stations are slow: so many pings in a row must stay without a reply. */
const unansweredMax = 3;
const versionLengthMax = 40;

/** Another ping is about to leave. */
export function pinged({ unanswered, ...companion }: Companion): Companion {
  if (unanswered >= unansweredMax) return { ...noCompanion, unanswered };
  return { ...companion, unanswered: unanswered + 1 };
}

/** The companion after a message of the page's own window; the same when it is not its reply. */
export function heardFrom(companion: Companion, message: unknown): Companion {
  if (typeof message !== 'object' || message === null) return companion;
  const { preau, from, type, version, locked } = message as Record<string, unknown>;
  const isReply = preau === 1 && from === 'companion' && type === 'pong';
  if (!isReply || typeof version !== 'string' || version === '') return companion;
  return { version: version.slice(0, versionLengthMax), locked: locked === true, unanswered: 0 };
}

/** Safe Exam Browser comes before the companion: it holds the whole computer. */
export function lockdownOf(companion: Companion, sebVersion: string | null): Lockdown {
  if (sebVersion !== null) return { kind: 'seb', version: sebVersion.slice(0, versionLengthMax) };
  if (companion.version !== null) return { kind: 'companion', version: companion.version };
  return noLockdown;
}

/** What to ask of the companion, if anything; null while someone is between entry and test. */
export function wantedLock(phase: 'nobody' | 'before' | 'in_test' | 'after'): boolean | null {
  if (phase === 'before') return null;
  return phase === 'in_test';
}
