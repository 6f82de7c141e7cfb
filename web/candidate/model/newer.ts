// SPDX-License-Identifier: Apache-2.0
import { attemptOf, type View } from './view.ts';

/**
 * False when `view` was overtaken on its way (stream and replies travel on different connections):
 * within one attempt answers are never taken back and a finished test never starts again.
 */
export function isNewer(view: View, current: View | null): boolean {
  if (!current || attemptOf(view) !== attemptOf(current)) return true;
  if (current.phase === 'finished' && view.phase !== 'finished') return false;
  return view.answered >= current.answered;
}
