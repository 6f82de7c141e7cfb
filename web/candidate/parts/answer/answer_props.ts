// SPDX-License-Identifier: Apache-2.0
import type { Question } from '../../model/question.ts';
import type { Texts } from '../../model/texts.ts';

/** What every way of answering gets. */
export interface AnswerProps {
  question: Question;
  texts: Texts;
  /** As sent to the box, or not complete yet. */
  value: string;
  /** What is wrong at each line or field, from 0. */
  errors: Map<number, string>;
  onValue(value: string): void;
}

/** The id of the input of a line or field, to go to when something is missing there. */
export function inputId(row: number): string {
  return row === 0 ? 'reponse' : `reponse-${row + 1}`;
}
