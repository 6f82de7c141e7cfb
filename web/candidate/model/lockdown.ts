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
