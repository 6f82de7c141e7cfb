// SPDX-License-Identifier: Apache-2.0
import type { Hold, View } from './view.ts';

/** Holds during which the box takes no answer. A lost contact is not one: an answer ends it. */
const refusing: Hold[] = ['report', 'pause', 'room_pause', 'lockdown'];

/** Answers wait on this station until the test goes on. */
export function isHoldingAnswers({ phase, holds }: View): boolean {
  return phase === 'in_progress' && holds.some((hold) => refusing.includes(hold));
}
