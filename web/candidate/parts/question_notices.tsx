// SPDX-License-Identifier: Apache-2.0
import { Notice } from '../../shared/ui/notice.tsx';
import { useStation } from '../control/context.ts';
import type { View } from '../model/view.ts';
import { fr } from '../words/fr.ts';

/** What happened while this question is on the screen: none of it stops the candidate. */
export function QuestionNotices({ view }: { view: View }) {
  const { notice, focusLost, questionRemainingMs } = useStation().state;
  return (
    <>
      {view.deadline_passed && (
        <Notice tone="error" title={fr.question.late} role="alert">
          <p>{fr.question.lateText}</p>
        </Notice>
      )}
      {notice.value && (
        <Notice tone="warning" role="alert">
          <p>{notice.value}</p>
        </Notice>
      )}
      {focusLost.value && (
        <Notice tone="warning" title={fr.conduct.left} role="alert">
          <p>{fr.conduct.leftText}</p>
          <p>{fr.conduct.leftHelp}</p>
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
