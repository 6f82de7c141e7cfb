// SPDX-License-Identifier: Apache-2.0
import { useDesk } from '../control/context.ts';
import { fr } from '../words/fr.ts';
import type { DialogProps } from './dialog_stack.tsx';
import { AskFrame } from './frame.tsx';

export function PauseRoomDialog({ onClose }: DialogProps) {
  const desk = useDesk();
  const pause = () => {
    void desk.act({ kind: 'all_pause', paused: true });
    onClose();
  };
  return (
    <AskFrame
      title={fr.pauseRoom.title}
      submit={fr.pauseRoom.submit}
      onSubmit={pause}
      onClose={onClose}
    >
      <p>{fr.pauseRoom.text}</p>
    </AskFrame>
  );
}
