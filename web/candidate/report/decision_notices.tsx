// SPDX-License-Identifier: Apache-2.0
import { Notice } from '../../shared/ui/notice.tsx';
import type { Question } from '../model/question.ts';
import type { View } from '../model/view.ts';
import { fr } from '../words/fr.ts';

interface DecisionNoticesProps {
  view: View;
  question: Question;
  /** Milliseconds added while this question was asked. */
  added: number;
  /** False while the candidate waits: they are told when the question is there again. */
  shown: boolean;
}

/**
 * What the invigilator decided that changes this question or its time. The region is there before
 * there is anything to say: screen readers hear what comes into it.
 */
export function DecisionNotices({ view, question, added, shown }: DecisionNoticesProps) {
  const { settled_report: settled } = view;
  const outcome = settled?.number === question.number ? settled.outcome : null;
  return (
    <div class="news" role="status">
      {shown && outcome === 'accepted' && (
        <Notice tone="success" title={fr.report.accepted(question.number)}>
          <p>{fr.report.acceptedText}</p>
        </Notice>
      )}
      {shown && outcome === 'refused' && (
        <Notice tone="info" title={fr.report.refusedReport}>
          <p>{fr.report.refusedReportText}</p>
        </Notice>
      )}
      {shown && added > 0 && <Notice tone="info" title={fr.report.added(added)} />}
    </div>
  );
}
