// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import { useStation } from '../control/context.ts';
import { skipped } from '../model/answer_value.ts';
import { finalValue, looksForgotten, missingIn, type Missing } from '../model/gaps.ts';
import type { Question } from '../model/question.ts';
import { textsOf } from '../model/texts.ts';
import type { View } from '../model/view.ts';
import { AnswerForm } from '../parts/answer_form.tsx';
import { BeforeShowing } from '../parts/before_showing.tsx';
import { ConfirmAnswer } from '../parts/confirm_answer.tsx';
import { QuestionNotices } from '../parts/question_notices.tsx';
import { useFocusWatch } from '../parts/watch_focus.ts';

/** One question: announced when it is special, answered or passed, read again, confirmed. */
export function QuestionScreen() {
  const view = useStation().state.view.value;
  const question = view?.question;
  if (!question) return null;
  return question.opened ? (
    <OneQuestion key={question.item} view={view} question={question} />
  ) : (
    <BeforeShowing view={view} question={question} />
  );
}

function OneQuestion({ view, question }: { view: View; question: Question }) {
  const station = useStation();
  const { draft, attempt, focusLost } = station.state;
  const [confirming, setConfirming] = useState<string>();
  const [missing, setMissing] = useState<Missing[]>([]);
  const value = draft.value?.item === question.item ? draft.value.value : '';
  const texts = textsOf(question, attempt.value?.english ?? false);
  const last = question.number === view.session.question_count;
  useFocusWatch(question.focus && !focusLost.value, () => station.left(question));

  const send = (answer: string) => {
    setConfirming(undefined);
    void station.answer(question, answer);
  };
  const submit = () => {
    const lacking = missingIn(question, value);
    setMissing(lacking);
    if (lacking.length > 0) return;
    const answer = finalValue(question, value);
    const confirms = !attempt.value?.confirmsNoMore || last || looksForgotten(question, value);
    if (confirms) setConfirming(answer);
    else send(answer);
  };

  return (
    <>
      <QuestionNotices view={view} />
      <div hidden={confirming !== undefined}>
        <AnswerForm
          view={view}
          question={question}
          texts={texts}
          shown={confirming === undefined}
          value={value}
          missing={missing}
          onValue={(typed) => station.draft(question, typed)}
          onSubmit={submit}
          onSkip={() => setConfirming(skipped)}
        />
      </div>
      {confirming !== undefined && (
        <ConfirmAnswer
          question={question}
          texts={texts}
          value={confirming}
          last={last}
          onConfirm={() => send(confirming)}
          onBack={() => setConfirming(undefined)}
        />
      )}
    </>
  );
}
