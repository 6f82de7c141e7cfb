// SPDX-License-Identifier: Apache-2.0
import type { Question } from './question.ts';
import type { View } from './view.ts';

const silent = {
  targets_html: [],
  fields: [],
  options: [],
  english: null,
  attachments: [],
  simulator: null,
  timer_seconds: null,
  timer_remaining_ms: null,
  focus: false,
  focus_lost: false,
  opened: true,
};

/** The view with every member of a question: a box says nothing of what it cannot ask. */
export function wholeView(view: View): View {
  const { question } = view;
  return { ...view, question: question && { ...(silent as unknown as Question), ...question } };
}
