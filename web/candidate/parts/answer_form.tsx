// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { ErrorSummary, type FormError } from '../../shared/ui/error_summary.tsx';
import { plainText } from '../../shared/ui/plain_text.ts';
import { Icon } from '../../shared/ui/icon.tsx';
import { SafeHtml } from '../../shared/ui/safe_html.tsx';
import { ScreenTitle } from '../../shared/ui/screen_title.tsx';
import { missingIn, type Missing } from '../model/gaps.ts';
import type { Question } from '../model/question.ts';
import type { Texts } from '../model/texts.ts';
import type { View } from '../model/view.ts';
import { fr } from '../words/fr.ts';
import { AnswerInput } from './answer/answer_input.tsx';
import { inputId } from './answer/answer_props.ts';
import { Attachments } from './attachments.tsx';
import { QuestionPicture } from './picture.tsx';
import { Simulator, simulatorId } from './simulator.tsx';

const noErrors: FormError[] = [];

interface AnswerFormProps {
  view: View;
  question: Question;
  texts: Texts;
  /** Beside the title. */
  tools?: ComponentChildren;
  /** False while the answer is being confirmed or the test is held. */
  shown: boolean;
  value: string;
  missing: Missing[];
  onValue(value: string): void;
  onSubmit(): void;
  onSkip(): void;
}

export function AnswerForm(props: AnswerFormProps) {
  const { view, question, texts, tools, shown, value, missing, onValue, onSubmit, onSkip } = props;
  const errors = useMemo(() => missing.map((one) => errorOf(one, texts)), [missing]);
  const rowsLeft = missingIn(question, value).map(({ row }) => row);
  const left = errors.filter(({ row }) => rowsLeft.includes(row));
  const title = fr.question.pageTitle(question.number, view.session.question_count);
  const submit = (event: Event) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form class="sheet" noValidate onSubmit={submit}>
      <div class="title-line">
        <ScreenTitle
          page={view.deadline_passed ? `${fr.question.late} – ${title}` : title}
          shown={shown}
        >
          {title}
        </ScreenTitle>
        {tools}
      </div>
      {question.focus && (
        <p class="mode">
          <Icon name="target" />
          {fr.conduct.focus}
        </p>
      )}
      <ErrorSummary title={fr.question.summary} errors={left.length > 0 ? errors : noErrors} />
      <SafeHtml class="question-text" html={texts.instruction} lang={texts.language} />
      {question.picture && (
        <QuestionPicture
          picture={question.picture}
          alternative={texts.alternative}
          language={texts.language}
        />
      )}
      {question.attachments.length > 0 && <Attachments files={question.attachments} />}
      {question.simulator && (
        <Simulator
          simulator={question.simulator}
          language={texts.language}
          onAnswer={onValue}
          onLeave={() => document.getElementById(inputId(0))?.focus()}
        />
      )}
      <AnswerInput
        question={question}
        texts={texts}
        value={value}
        errors={new Map(left.map(({ row, text }) => [row, text]))}
        onValue={onValue}
      />
      <div class="buttons">
        <button class="button primary">{fr.question.submit}</button>
        <button type="button" class="button" onClick={onSkip}>
          {fr.question.skip}
          <span class="sr-only">{fr.question.skipLong}</span>
        </button>
      </div>
    </form>
  );
}

function errorOf({ gap, row }: Missing, texts: Texts) {
  const line = gap === 'match_row' ? plainText(texts.proposals[row] ?? '') : '';
  return {
    row,
    text: fr.question.missing[gap](line),
    target: gap === 'use_simulator' ? simulatorId : inputId(row),
  };
}
