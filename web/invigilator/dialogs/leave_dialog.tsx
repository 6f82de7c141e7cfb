// SPDX-License-Identifier: Apache-2.0
import { useDesk } from '../control/context.ts';
import { fr } from '../words/fr.ts';
import type { DialogProps } from './dialog_stack.tsx';
import { AskFrame } from './frame.tsx';

/** Leaving while acts still wait for the box. */
export function LeaveDialog({ onClose }: DialogProps) {
  const desk = useDesk();
  return (
    <AskFrame
      title={fr.leaving.title}
      submit={fr.leaving.submit}
      onSubmit={() => void desk.leave()}
      onClose={onClose}
    >
      <p>{fr.leaving.text(desk.state.pending.value.length)}</p>
    </AskFrame>
  );
}
