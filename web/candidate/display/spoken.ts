// SPDX-License-Identifier: Apache-2.0
import type { Question } from '../model/question.ts';
import type { Texts } from '../model/texts.ts';

/**
 * The question in the order in which it is read: one text per line that is shown. `wordsOf` takes
 * the words out of a text of the pack.
 */
export function spokenTexts(
  question: Question,
  texts: Texts,
  wordsOf: (html: string) => string,
): string[] {
  const { instruction, alternative, proposals, labels, targets } = texts;
  const fieldOptions = question.fields.map((field) => field.options.join(', '));
  const rows = labels.flatMap((label, row) => [label, fieldOptions[row] ?? '']);
  return [
    ...[instruction, alternative, ...proposals, ...rows].map(wordsOf),
    ...question.options,
    ...targets.map(wordsOf),
  ].filter((text) => text !== '');
}
