// SPDX-License-Identifier: Apache-2.0
import { Notice } from '../../shared/ui/notice.tsx';
import { useStation } from '../control/context.ts';
import type { View } from '../model/view.ts';
import { fr } from '../words/fr.ts';

interface QuestionNoticesProps {
  view: View;
  /** Why the box did not take a report, if it did not. */
  refusal?: string | undefined;
}

/** What happened while this question is on the screen: none of it stops the candidate. */
export function QuestionNotices({ view, refusal }: QuestionNoticesProps) {
  const adjusted = view.candidate.accessibility_adjustment === true;
  const { notice, focusLost, questionRemainingMs } = useStation().state;
  return (
    <>
      {view.deadline_passed && (
        <Notice tone="error" title={fr.question.late} role="alert">
          <p>{fr.question.lateText}</p>
        </Notice>
      )}
      {refusal && (
        <Notice tone="warning" title={fr.report.refused} role="alert">
          <p>{refusal}</p>
        </Notice>
      )}
      {notice.value && (
        <Notice tone="warning" role="alert">
          <p>{notice.value}</p>
        </Notice>
      )}
      {focusLost.value && (
        <Notice tone={adjusted ? 'info' : 'warning'} title={fr.report.left.title} role="alert">
          <p>{adjusted ? fr.report.left.textAdjusted : fr.report.left.text}</p>
          <p>{fr.report.left.help}</p>
        </Notice>
      )}
      {questionRemainingMs.value === 0 && !view.deadline_passed && (
        <Notice tone="warning" title={fr.conduct.over} role="status">
          <p>{fr.conduct.overText}</p>
        </Notice>
      )}
    </>
  );
}
