// SPDX-License-Identifier: Apache-2.0
import { useDesk } from '../control/context.ts';
import { fr } from '../words/fr.ts';
import type { CandidateDialogProps } from './dialog_stack.tsx';
import { AskFrame } from './frame.tsx';

/** The seat is given up, so that the candidate can sit down at another. */
export function ReleaseDialog({ candidate, onClose }: CandidateDialogProps) {
  const desk = useDesk();
  const release = () => {
    void desk.act({ kind: 'release', candidate });
    onClose();
  };
  return (
    <AskFrame
      title={fr.release.title(desk.state.card(candidate))}
      submit={fr.release.submit}
      onSubmit={release}
      onClose={onClose}
    >
      <p>{fr.release.text}</p>
    </AskFrame>
  );
}
