// SPDX-License-Identifier: Apache-2.0
import type { View } from './view.ts';

/**
 * A timed question, opened. Its time runs with the exam's clock and stops with it, so it is written
 * in that clock: the time that will remain of the exam when the question's time is over.
 */
export interface QuestionClock {
  item: string;
  endsAtMs: number;
}

export function questionClockOf({ question, clock }: View): QuestionClock | null {
  if (!question || question.timer_remaining_ms === null || !clock) return null;
  return { item: question.item, endsAtMs: clock.remaining_ms - question.timer_remaining_ms };
}

/** What is left for the question when this remains of the exam (ms), never below zero. */
export function questionTimeLeft(clock: QuestionClock, examRemainingMs: number): number {
  return Math.max(0, examRemainingMs - clock.endsAtMs);
}
