// SPDX-License-Identifier: Apache-2.0
import type { Outcome } from './outcome.ts';

/** Why a form was not accepted, and at which field when there is one. */
export interface Trouble {
  title: string;
  field?: string;
  /** The problem's name (docs/api); absent when the box was not reached. */
  code?: string;
}

/** What to tell whoever sent the form: the box's own words, or that it cannot be reached. */
export function troubleOf(outcome: Outcome<unknown>, unreachable: string): Trouble | undefined {
  if (outcome.kind === 'ok') return undefined;
  return outcome.problem ?? { title: unreachable };
}
