// SPDX-License-Identifier: Apache-2.0
import type { Shown } from './compiled.ts';

/** What is right, a line each, in the question's own words; `plain` takes the words out of HTML. */
export function rightAnswer(
  { question, secret }: Shown,
  plain: (html: string) => string,
): string[] {
  const proposals = question.proposals_html.map(plain);
  const targets = question.targets_html.map(plain);
  const numbers = (secret.solutions[0] ?? '').split(',').map((number) => Number(number) - 1);
  switch (question.kind) {
    case 'qcu':
    case 'qcm':
    case 'ordering':
      return numbers.map((index) => proposals[index] ?? '');
    case 'matching':
      return numbers.map((target, row) => `${proposals[row] ?? ''} → ${targets[target] ?? ''}`);
    case 'qroc':
      return secret.solutions;
    case 'qrocm-ind':
      return secret.fields.map(
        (accepted, row) =>
          `${plain(question.fields[row]?.label_html ?? '')} : ${accepted.join(' · ')}`,
      );
    case 'qrocm-dep':
      return secret.groups.map((accepted) => accepted.join(' · '));
  }
}
