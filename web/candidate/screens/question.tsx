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
import { QuestionTools } from '../parts/question_tools.tsx';
import { useFocusWatch } from '../parts/watch_focus.ts';
import { DecisionNotices } from '../report/decision_notices.tsx';
import { heldBy } from '../report/held.ts';
import { HeldSheet } from '../report/held_sheet.tsx';
import { ReportProblem } from '../report/report_problem.tsx';
import { ReportUnderWay } from '../report/report_under_way.tsx';
import { useAddedTime } from '../report/use_added_time.ts';
import { useReport } from '../report/use_report.ts';

/** One question: announced when it is special, answered or passed, read again, confirmed. */
export function QuestionScreen() {
  const { view, reporting } = useStation().state;
  const added = useAddedTime(view.value);
  if (!view.value?.question) return null;
  const asked = { view: view.value, question: view.value.question };
  const waits = heldBy(view.value).length > 0 || reporting.value !== 'no';
  return (
    <>
      <DecisionNotices {...asked} added={added} shown={!waits} />
      {asked.question.opened ? (
        <OneQuestion key={asked.question.item} {...asked} />
      ) : (
        <ClosedQuestion {...asked} />
      )}
    </>
  );
}

interface QuestionProps {
  view: View;
  question: Question;
}

function ClosedQuestion({ view, question }: QuestionProps) {
  const held = heldBy(view);
  if (held.length > 0) return <HeldSheet view={view} held={held} />;
  return (
    <>
      <QuestionNotices view={view} />
      <BeforeShowing view={view} question={question} />
    </>
  );
}

/** While the test is held the question is hidden, not put away: a simulator stays as it is. */
function OneQuestion({ view, question }: QuestionProps) {
  const station = useStation();
  const { draft, attempt, focusLost } = station.state;
  const [confirming, setConfirming] = useState<string>();
  const [missing, setMissing] = useState<Missing[]>([]);
  const { underWay, refusal, report } = useReport(question);
  const held = heldBy(view);
  const free = held.length === 0 && !underWay;
  const shown = free && confirming === undefined;
  const value = draft.value?.item === question.item ? draft.value.value : '';
  const texts = textsOf(question, attempt.value?.english ?? false);
  const last = question.number === view.session.question_count;
  useFocusWatch(question.focus && !focusLost.value && free, () => station.left(question));

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
      {held.length > 0 && <HeldSheet view={view} held={held} />}
      {held.length === 0 && underWay && <ReportUnderWay />}
      {free && <QuestionNotices view={view} refusal={refusal} />}
      <div class="question" hidden={!shown}>
        <AnswerForm
          view={view}
          question={question}
          texts={texts}
          tools={<QuestionTools question={question} texts={texts} shown={shown} />}
          shown={shown}
          value={value}
          missing={missing}
          onValue={(typed) => station.draft(question, typed)}
          onSubmit={submit}
          onSkip={() => setConfirming(skipped)}
        />
        {shown && <ReportProblem question={question} onReport={report} />}
      </div>
      {free && confirming !== undefined && (
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
