// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import { useStation } from '../control/context.ts';
import type { Question } from '../model/question.ts';
import type { ReportReason } from '../model/view.ts';

/** The report of this question, from the candidate to the box. */
export function useReport(question: Question) {
  const station = useStation();
  const [refusal, setRefusal] = useState<string>();
  return {
    underWay: station.state.reporting.value !== 'no',
    /** Why the box did not take it. */
    refusal,
    report: async (reason: ReportReason) => {
      const trouble = await station.report(question, reason);
      setRefusal(trouble?.title);
    },
  };
}
