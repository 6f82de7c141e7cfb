// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef } from 'preact/hooks';
import { useDesk } from '../control/context.ts';
import type { OpenDialog } from '../control/dialogs.ts';
import { cardId } from '../parts/candidate_card.tsx';
import { AllPresentDialog } from './all_present_dialog.tsx';
import { CandidateFileDialog } from './candidate_file_dialog.tsx';
import { EndDialog } from './end_dialog.tsx';
import { IncidentDialog } from './incident_dialog.tsx';
import { LeaveDialog } from './leave_dialog.tsx';
import { LockdownDialog } from './lockdown_dialog.tsx';
import { MessageDialog } from './message_dialog.tsx';
import { PauseRoomDialog } from './pause_room_dialog.tsx';
import { ReleaseDialog } from './release_dialog.tsx';
import { ReportDialog } from './report_dialog.tsx';
import { RoomActsDialog } from './room_acts_dialog.tsx';
import { SeatsDialog } from './seats_dialog.tsx';
import { TimeDialog } from './time_dialog.tsx';
import { WithoutCopyDialog } from './without_copy_dialog.tsx';

/** What every dialog gets. It closes itself; an act that it sends is on the queue by then. */
export interface DialogProps {
  onClose(): void;
}
export interface CandidateDialogProps extends DialogProps {
  candidate: number;
}

/** All open dialogs, the last on top. */
export function DialogStack({ onClosing }: { onClosing(): void }) {
  const desk = useDesk();
  const { stack } = desk.dialogs;
  const last = useRef<number | undefined>(undefined);
  useEffect(() => {
    // The button that opened a dialog may be gone since: the keyboard stays with the candidate.
    const candidate = last.current;
    last.current = stack.value.at(-1)?.candidate;
    if (stack.value.length > 0 || candidate === undefined) return;
    if (document.activeElement === document.body)
      document.getElementById(cardId(candidate))?.focus();
  }, [stack.value]);
  return (
    <>
      {stack.value.map((dialog, place) => (
        <Shown
          key={`${place} ${dialog.what}`}
          dialog={dialog}
          onClose={() => desk.dialogs.close()}
          onClosing={onClosing}
        />
      ))}
    </>
  );
}

interface ShownProps extends DialogProps {
  dialog: OpenDialog;
  onClosing(): void;
}

function Shown({ dialog, onClose, onClosing }: ShownProps) {
  switch (dialog.what) {
    case 'file':
      return <CandidateFileDialog candidate={dialog.candidate} onClose={onClose} />;
    case 'report':
      return <ReportDialog candidate={dialog.candidate} onClose={onClose} />;
    case 'time':
      return <TimeDialog candidate={dialog.candidate} onClose={onClose} />;
    case 'end':
      return <EndDialog candidate={dialog.candidate} onClose={onClose} />;
    case 'incident':
      return <IncidentDialog candidate={dialog.candidate} onClose={onClose} />;
    case 'lockdown':
      return <LockdownDialog candidate={dialog.candidate} onClose={onClose} />;
    case 'release':
      return <ReleaseDialog candidate={dialog.candidate} onClose={onClose} />;
    case 'room':
      return <RoomActsDialog onClose={onClose} onClosing={onClosing} />;
    case 'all_present':
      return <AllPresentDialog onClose={onClose} />;
    case 'all_time':
      return <TimeDialog candidate={null} onClose={onClose} />;
    case 'pause_room':
      return <PauseRoomDialog onClose={onClose} />;
    case 'message':
      return <MessageDialog onClose={onClose} />;
    case 'seats':
      return <SeatsDialog onClose={onClose} />;
    case 'without_copy':
      return <WithoutCopyDialog onClose={onClose} />;
    case 'leave':
      return <LeaveDialog onClose={onClose} />;
  }
}
