// SPDX-License-Identifier: Apache-2.0
import type { Question } from './question.ts';
import { attemptOf, type View } from './view.ts';

/**
 * False when `view` was overtaken on its way (stream and replies travel on different connections):
 * within one attempt answers are never taken back, a finished test never starts again, a question
 * is never closed again, and one that was asked before (`past`) is never asked again: it was
 * answered, or replaced after a report.
 */
export function isNewer(view: View, current: View | null, past: ReadonlySet<string>): boolean {
  if (!current || attemptOf(view) !== attemptOf(current)) return true;
  if (current.phase === 'finished' && view.phase !== 'finished') return false;
  if (view.answered !== current.answered) return view.answered > current.answered;
  if (view.question && past.has(view.question.item)) return false;
  return !goesBack(view.question, current.question);
}

function goesBack(question: Question | null, current: Question | null): boolean {
  if (!question || !current || question.item !== current.item) return false;
  return (current.opened && !question.opened) || (current.focus_lost && !question.focus_lost);
}
