// SPDX-License-Identifier: Apache-2.0
import { matchesOf, orderOf, tickedOf, typedOf } from './answer_value.ts';
import type { Question } from './question.ts';
import type { Texts } from './texts.ts';

/** A text of the pack (HTML) or one that a person typed. */
export type Said = { html: string } | { text: string };

/** An answer in words: what was asked, when it was asked piece by piece, and what is answered. */
export interface RecapLine {
  asked: string | null;
  said: Said;
}

export type Recap =
  | { shape: 'text'; lines: RecapLine[] }
  | { shape: 'list'; lines: RecapLine[] }
  | { shape: 'numbered'; lines: RecapLine[] }
  | { shape: 'pairs'; lines: RecapLine[] }
  | { shape: 'simulator'; lines: RecapLine[] };

export function recapOf(question: Question, texts: Texts, value: string): Recap {
  const proposal = (choice: number) => line({ html: texts.proposals[choice - 1] ?? '' });
  switch (question.kind) {
    case 'qcu':
    case 'qcm':
      return { shape: 'list', lines: tickedOf(value).map(proposal) };
    case 'ordering':
      return {
        shape: 'numbered',
        lines: orderOf(value, texts.proposals.length).map(proposal),
      };
    case 'matching':
      return {
        shape: 'pairs',
        lines: matchesOf(value, texts.proposals.length).map((target, row) =>
          line({ html: texts.targets[target - 1] ?? '' }, texts.proposals[row]),
        ),
      };
    case 'qrocm-ind':
    case 'qrocm-dep':
      return {
        shape: 'pairs',
        lines: typedOf(value, question.fields).map((text, row) =>
          line({ text: text.trim() }, texts.labels[row]),
        ),
      };
    case 'qroc':
      if (question.simulator?.answers) return { shape: 'simulator', lines: [] };
      return { shape: 'text', lines: [line({ text: value })] };
  }
}

function line(said: Said, asked: string | null = null): RecapLine {
  return { asked, said };
}
