// SPDX-License-Identifier: Apache-2.0
import { useDesk } from '../control/context.ts';
import { fr } from '../words/fr.ts';
import type { DialogProps } from './dialog_stack.tsx';
import { AskFrame } from './frame.tsx';

export function WithoutCopyDialog({ onClose }: DialogProps) {
  const desk = useDesk();
  const goOn = () => {
    void desk.act({ kind: 'without_copy' });
    onClose();
  };
  return (
    <AskFrame
      title={fr.copy.waive.title}
      submit={fr.copy.waive.submit}
      onSubmit={goOn}
      onClose={onClose}
    >
      <p>{fr.copy.waive.text}</p>
    </AskFrame>
  );
}
