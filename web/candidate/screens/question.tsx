// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import { useStation } from '../control/context.ts';
import { missingIn, skipped, type Missing } from '../model/answer_value.ts';
import type { Question, View } from '../model/view.ts';
import { AnswerForm } from '../parts/answer_form.tsx';
import { ConfirmAnswer } from '../parts/confirm_answer.tsx';

/** One question: answer it or pass, read it again, confirm. */
export function QuestionScreen() {
  const view = useStation().state.view.value;
  if (!view?.question) return null;
  return <OneQuestion key={view.question.number} view={view} question={view.question} />;
}

function OneQuestion({ view, question }: { view: View; question: Question }) {
  const station = useStation();
  const { draft, attempt } = station.state;
  const [confirming, setConfirming] = useState<string>();
  const [missing, setMissing] = useState<Missing>();
  const value = draft.value?.number === question.number ? draft.value.value : '';
  const last = question.number === view.session.question_count;

  const send = (answer: string) => {
    setConfirming(undefined);
    void station.answer(question, answer);
  };
  const submit = () => {
    const why = missingIn(question, value);
    setMissing(why);
    if (why) return;
    if (attempt.value?.confirmsNoMore && !last) return send(value);
    setConfirming(value);
  };

  if (confirming !== undefined) {
    return (
      <ConfirmAnswer
        question={question}
        value={confirming}
        last={last}
        onConfirm={() => send(confirming)}
        onBack={() => setConfirming(undefined)}
      />
    );
  }
  return (
    <AnswerForm
      view={view}
      question={question}
      value={value}
      missing={missing}
      onValue={(typed) => station.draft(question, typed)}
      onSubmit={submit}
      onSkip={() => setConfirming(skipped)}
    />
  );
}
