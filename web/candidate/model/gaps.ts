// SPDX-License-Identifier: Apache-2.0
// What an answer lacks: what forbids sending it, and what is only to be confirmed.
import { answerBytesMax, bytesOf, matchesOf, orderOf, tickedOf, typedOf } from './answer_value.ts';
import type { Question } from './question.ts';

export type Gap =
  | 'choose_one'
  | 'choose_two'
  | 'choose_option'
  | 'type_text'
  | 'type_number'
  | 'fill_one'
  | 'match_row'
  | 'use_simulator'
  | 'too_long';

export interface Missing {
  gap: Gap;
  /** The line or the field, from 0. */
  row: number;
}

/** Why this value cannot be an answer yet; empty when it can. */
export function missingIn(question: Question, value: string): Missing[] {
  const only = (gap: Gap): Missing[] => [{ gap, row: 0 }];
  if (bytesOf(value) > answerBytesMax) return only('too_long');
  switch (question.kind) {
    case 'qcu':
      return value === '' ? only('choose_one') : [];
    case 'qcm':
      return tickedOf(value).length < 2 ? only('choose_two') : [];
    case 'qroc':
      return value.trim() === '' ? only(emptyGap(question)) : [];
    case 'qrocm-ind':
    case 'qrocm-dep':
      return typedOf(value, question.fields).every(isBlank) ? only('fill_one') : [];
    case 'matching':
      return matchesOf(value, question.proposals_html.length).flatMap((target, row) =>
        target === 0 ? [{ gap: 'match_row' as const, row }] : [],
      );
    case 'ordering':
      return [];
  }
}

function emptyGap({ simulator, format }: Question): Gap {
  if (simulator?.answers) return 'use_simulator';
  if (format === 'select') return 'choose_option';
  return format === 'number' ? 'type_number' : 'type_text';
}

/** Fields (from 0) that nothing was typed in. */
export function blankFields(question: Question, value: string): number[] {
  return typedOf(value, question.fields).flatMap((text, row) => (isBlank(text) ? [row] : []));
}

/** True when the lines of an ordering are still as they were shown. */
export function isUnmoved(question: Question, value: string): boolean {
  const order = orderOf(value, question.proposals_html.length);
  return question.kind === 'ordering' && order.every((line, place) => line === place + 1);
}

/** True when it may be sent but looks forgotten: always shown again before it leaves. */
export function looksForgotten(question: Question, value: string): boolean {
  return blankFields(question, value).length > 0 || isUnmoved(question, value);
}

/** The value that leaves: an order nobody changed is an answer too. */
export function finalValue(question: Question, value: string): string {
  if (question.kind !== 'ordering') return value;
  return orderOf(value, question.proposals_html.length).join(',');
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}
