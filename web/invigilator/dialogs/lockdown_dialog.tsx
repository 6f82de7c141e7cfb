// SPDX-License-Identifier: Apache-2.0
import { useDesk } from '../control/context.ts';
import { deeds, fr } from '../words/fr.ts';
import type { CandidateDialogProps } from './dialog_stack.tsx';
import { AskFrame } from './frame.tsx';

/** Going on without the lockdown that the session wants. */
export function LockdownDialog({ candidate, onClose }: CandidateDialogProps) {
  const desk = useDesk();
  const policy = desk.state.view.value?.session.lockdown ?? 'any';
  const waive = () => {
    void desk.act({ kind: 'lockdown', candidate });
    onClose();
  };
  return (
    <AskFrame
      title={fr.lockdown_waiver.title(desk.state.card(candidate))}
      submit={deeds.lockdown}
      onSubmit={waive}
      onClose={onClose}
    >
      <p>{fr.lockdown_waiver.text(fr.policy[policy])}</p>
      <p>{fr.lockdown_waiver.todo}</p>
    </AskFrame>
  );
}
