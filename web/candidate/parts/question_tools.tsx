// SPDX-License-Identifier: Apache-2.0
import { ReadQuestion } from '../display/read_question.tsx';
import type { Question } from '../model/question.ts';
import type { Texts } from '../model/texts.ts';
import { LanguageSwitch } from './language_switch.tsx';

interface QuestionToolsProps {
  question: Question;
  texts: Texts;
  shown: boolean;
}

/** Beside the question's title: other ways of having its text. */
export function QuestionTools({ question, texts, shown }: QuestionToolsProps) {
  return (
    <div class="question-tools">
      <ReadQuestion question={question} texts={texts} shown={shown} />
      {question.english && <LanguageSwitch language={texts.language} />}
    </div>
  );
}
