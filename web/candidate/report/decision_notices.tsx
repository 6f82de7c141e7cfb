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
}

/** What the invigilator decided that changes this question or its time. */
export function DecisionNotices({ view, question, added }: DecisionNoticesProps) {
  const { settled_report: settled, report } = view;
  const isSettled = settled?.number === question.number && report === null;
  return (
    <>
      {isSettled && settled.outcome === 'accepted' && (
        <Notice tone="success" title={fr.report.accepted(question.number)} role="status">
          <p>{fr.report.acceptedText}</p>
        </Notice>
      )}
      {isSettled && settled.outcome === 'refused' && (
        <Notice tone="info" title={fr.report.refusedReport} role="status">
          <p>{fr.report.refusedReportText}</p>
        </Notice>
      )}
      {added > 0 && <Notice tone="info" title={fr.report.added(added)} role="status" />}
    </>
  );
}
