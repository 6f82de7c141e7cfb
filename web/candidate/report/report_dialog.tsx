// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import { ModalDialog } from '../../shared/ui/modal_dialog.tsx';
import type { Question } from '../model/question.ts';
import type { ReportReason } from '../model/view.ts';
import { fr } from '../words/fr.ts';
import { ReasonForm } from './reason_form.tsx';
import { ReportSure } from './report_sure.tsx';

const titleId = 'signaler';

interface ReportDialogProps {
  question: Question;
  onClose(): void;
  onReport(reason: ReportReason): void;
}

/** What is wrong, then whether one is sure: it stops the test until the invigilator has looked. */
export function ReportDialog({ question, onClose, onReport }: ReportDialogProps) {
  const [reason, setReason] = useState<ReportReason>();
  const [chosen, setChosen] = useState(false);
  return (
    <ModalDialog labelledBy={titleId} onClose={onClose}>
      <div class="form">
        <h2 id={titleId} tabIndex={-1}>
          {fr.report.title(question.number)}
        </h2>
        {chosen && reason ? (
          <ReportSure
            reason={reason}
            onSend={() => onReport(reason)}
            onBack={() => setChosen(false)}
          />
        ) : (
          <ReasonForm
            question={question}
            reason={reason}
            onReason={setReason}
            onContinue={() => setChosen(true)}
            onCancel={onClose}
          />
        )}
      </div>
    </ModalDialog>
  );
}
