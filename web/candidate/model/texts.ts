// SPDX-License-Identifier: Apache-2.0
import type { Question } from './question.ts';

export type Language = 'fr' | 'en';

/** A question's texts in the language that is shown. */
export interface Texts {
  language: Language;
  instruction: string;
  proposals: string[];
  targets: string[];
  /** One per field. */
  labels: string[];
  /** Of the picture. */
  alternative: string;
}

export function textsOf(question: Question, wantsEnglish: boolean): Texts {
  const { english } = question;
  if (!wantsEnglish || !english)
    return {
      language: 'fr',
      instruction: question.instruction_html,
      proposals: question.proposals_html,
      targets: question.targets_html,
      labels: question.fields.map((field) => field.label_html),
      alternative: question.picture?.alternative ?? '',
    };
  return {
    language: 'en',
    instruction: english.instruction_html,
    proposals: english.proposals_html,
    targets: english.targets_html,
    labels: english.labels_html,
    alternative: english.alternative,
  };
}
