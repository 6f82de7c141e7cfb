// SPDX-License-Identifier: Apache-2.0
import type { CopyLoss, SecondCopy } from './session_view.ts';

/** What the room has to know of its second copy; null when there is nothing to say. */
export type CopyTrouble =
  /** Answers wait: the session is not to run with one copy. */
  | { kind: 'waiting'; reason: CopyLoss | null }
  /** The room goes on, with the box's own disk alone. */
  | { kind: 'alone'; reason: CopyLoss; waived: boolean };

export function copyTrouble(copy: SecondCopy, finalised: boolean): CopyTrouble | null {
  if (finalised || copy.state === 'attached') return null;
  if (copy.required && !copy.waived) return { kind: 'waiting', reason: copy.reason };
  if (copy.state === 'lost')
    return { kind: 'alone', reason: copy.reason ?? 'failed', waived: copy.waived };
  return null;
}
