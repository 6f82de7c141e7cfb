// SPDX-License-Identifier: Apache-2.0
import type { Question } from './view.ts';

/** What the box takes for "I pass". */
export const skipped = '#ABAND#';

/** Longest typed answer, in UTF-8 bytes. */
export const answerBytesMax = 500;

export type Missing = 'choose_one' | 'choose_two' | 'type_text' | 'type_number' | 'too_long';

/** Ticked proposals (1, 2, …) as the box reads them: "2" or "1,3". */
export function choiceValue(ticked: number[]): string {
  return [...ticked].sort((a, b) => a - b).join(',');
}

export function tickedOf(value: string): number[] {
  return value === '' || value === skipped ? [] : value.split(',').map(Number);
}

/** Why this value cannot be an answer yet; nothing when it can. */
export function missingIn(question: Question, value: string): Missing | undefined {
  if (question.kind === 'qcu') return value === '' ? 'choose_one' : undefined;
  if (question.kind === 'qcm') return tickedOf(value).length < 2 ? 'choose_two' : undefined;
  if (new TextEncoder().encode(value).length > answerBytesMax) return 'too_long';
  if (value.trim() === '') return question.format === 'number' ? 'type_number' : 'type_text';
  return undefined;
}
