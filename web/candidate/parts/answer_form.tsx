// SPDX-License-Identifier: Apache-2.0
import { useMemo } from 'preact/hooks';
import { ErrorSummary } from '../../shared/ui/error_summary.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { SafeHtml } from '../../shared/ui/safe_html.tsx';
import { ScreenTitle } from '../../shared/ui/screen_title.tsx';
import { useStation } from '../control/context.ts';
import type { Missing } from '../model/answer_value.ts';
import type { Question, View } from '../model/view.ts';
import { fr } from '../words/fr.ts';
import { AnswerInput, answerInputId } from './answer_input.tsx';
import { QuestionPicture } from './picture.tsx';

interface AnswerFormProps {
  view: View;
  question: Question;
  value: string;
  missing: Missing | undefined;
  onValue(value: string): void;
  onSubmit(): void;
  onSkip(): void;
}

export function AnswerForm({
  view,
  question,
  value,
  missing,
  onValue,
  onSubmit,
  onSkip,
}: AnswerFormProps) {
  const notice = useStation().state.notice.value;
  const error = missing && fr.question.missing[missing];
  const errors = useMemo(() => (error ? [{ text: error, target: answerInputId }] : []), [error]);
  const title = fr.question.pageTitle(question.number, view.session.question_count);
  const submit = (event: Event) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <>
      {view.deadline_passed && (
        <Notice tone="error" title={fr.question.late} role="alert">
          <p>{fr.question.lateText}</p>
        </Notice>
      )}
      {notice && (
        <Notice tone="warning" role="alert">
          <p>{notice}</p>
        </Notice>
      )}
      <form class="sheet" noValidate onSubmit={submit}>
        <ScreenTitle page={view.deadline_passed ? `${fr.question.late} – ${title}` : title}>
          {title}
        </ScreenTitle>
        <ErrorSummary title={fr.question.summary} errors={errors} />
        <SafeHtml class="question-text" html={question.instruction_html} />
        {question.picture && <QuestionPicture picture={question.picture} />}
        <AnswerInput question={question} value={value} error={error} onValue={onValue} />
        <div class="buttons">
          <button class="button primary">{fr.question.submit}</button>
          <button type="button" class="button" onClick={onSkip}>
            {fr.question.skip}
            <span class="sr-only">{fr.question.skipLong}</span>
          </button>
        </div>
      </form>
    </>
  );
}
