// SPDX-License-Identifier: Apache-2.0
import type { AnswerField, Question } from '../candidate/model/question.ts';

/** A question with three proposals, as the box sends it, and what a test changes of it. */
export const questionOf = (change: Partial<Question> = {}): Question => ({
  number: 1,
  item: 'x',
  kind: 'qcu',
  instruction_html: '<p>Que choisir ?</p>',
  proposals_html: ['a', 'b', 'c'],
  targets_html: [],
  fields: [],
  format: 'text',
  options: [],
  english: null,
  picture: null,
  attachments: [],
  simulator: null,
  timer_seconds: null,
  timer_remaining_ms: null,
  focus: false,
  focus_lost: false,
  opened: true,
  ...change,
});

export const fieldNamed = (name: string, change: Partial<AnswerField> = {}): AnswerField => ({
  name,
  label_html: name,
  format: 'text',
  options: [],
  ...change,
});

export const simulator = {
  url: '/media/x.html',
  title: 'Messagerie',
  height: 480,
  scene: {},
  answers: true,
};
