// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import { Icon } from '../../shared/ui/icon.tsx';
import type { Question } from '../model/question.ts';
import type { ReportReason } from '../model/view.ts';
import { fr } from '../words/fr.ts';
import { ReportDialog } from './report_dialog.tsx';

interface ReportProblemProps {
  question: Question;
  onReport(reason: ReportReason): void;
}

/** Under every question, at the same place. */
export function ReportProblem({ question, onReport }: ReportProblemProps) {
  const [open, setOpen] = useState(false);
  return (
    <div class="report">
      <button
        type="button"
        class="button quiet"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <Icon name="flag" />
        {fr.report.button}
      </button>
      {open && (
        <ReportDialog
          question={question}
          onClose={() => setOpen(false)}
          onReport={(reason) => {
            setOpen(false);
            onReport(reason);
          }}
        />
      )}
    </div>
  );
}
