// SPDX-License-Identifier: Apache-2.0
// An answer is one string (docs/api). An answer being prepared is written the same way, with holes.
import type { AnswerField } from './question.ts';

/** What the box takes for "I pass". */
export const skipped = '#ABAND#';

/** Longest answer, in UTF-8 bytes. */
export const answerBytesMax = 500;

export function bytesOf(value: string): number {
  return new TextEncoder().encode(value).length;
}

/** Ticked proposals (1, 2, …) as the box reads them: "2" or "1,3". */
export function choiceValue(ticked: number[]): string {
  return [...ticked].sort((a, b) => a - b).join(',');
}

export function tickedOf(value: string): number[] {
  return value === '' || value === skipped ? [] : value.split(',').map(Number);
}

/** The proposals (1, 2, …) in the candidate's order: as shown until one is moved. */
export function orderOf(value: string, count: number): number[] {
  const shown = Array.from({ length: count }, (_, index) => index + 1);
  const order = value.split(',').map(Number);
  const isOrder = order.length === count && shown.every((one) => order.includes(one));
  return isOrder ? order : shown;
}

/** The order with one line (by its place, from 0) one place up or down; at the edge, the same. */
export function moved(order: number[], place: number, by: -1 | 1): number[] {
  const line = order[place];
  const other = order[place + by];
  if (line === undefined || other === undefined) return order;
  const changed = [...order];
  changed[place] = other;
  changed[place + by] = line;
  return changed;
}

/** The target (1, 2, …) of each of `count` lines; 0 where none is chosen yet. */
export function matchesOf(value: string, count: number): number[] {
  const chosen = value.split(',');
  return Array.from({ length: count }, (_, row) => Number(chosen[row] ?? '') || 0);
}

/** With the target of one line changed; "" when no line has one. */
export function withMatch(value: string, count: number, row: number, target: number): string {
  const matches = matchesOf(value, count);
  matches[row] = target;
  return matches.some(Boolean) ? matches.map((one) => one || '').join(',') : '';
}

/** What is typed in each field, in the order of the fields. */
export function typedOf(value: string, fields: AnswerField[]): string[] {
  const typed = memberTexts(value);
  return fields.map(({ name }) => typed.get(name) ?? '');
}

/** With the text of one field changed; "" when nothing is typed anywhere. */
export function withTyped(
  value: string,
  fields: AnswerField[],
  index: number,
  text: string,
): string {
  const typed = typedOf(value, fields);
  typed[index] = text;
  if (typed.every((one) => one === '')) return '';
  // Not by an object: it would put a field named "1" before one named "prix".
  const members = fields.map(
    ({ name }, at) => `${JSON.stringify(name)}:${JSON.stringify(typed[at])}`,
  );
  return `{${members.join(',')}}`;
}

function memberTexts(value: string): Map<string, string> {
  try {
    const members = Object.entries(JSON.parse(value) as object);
    return new Map(members.filter(([, text]) => typeof text === 'string'));
  } catch {
    return new Map(); // nothing typed yet
  }
}
