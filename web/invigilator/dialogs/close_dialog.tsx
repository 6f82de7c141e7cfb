// SPDX-License-Identifier: Apache-2.0
import { fr } from '../words/fr.ts';
import type { DialogProps } from './dialog_stack.tsx';
import { AskFrame } from './frame.tsx';

interface CloseDialogProps extends DialogProps {
  onConfirm(): void;
}

export function CloseDialog({ onConfirm, onClose }: CloseDialogProps) {
  return (
    <AskFrame
      title={fr.ending.sureTitle}
      submit={fr.ending.sure}
      danger
      onSubmit={onConfirm}
      onClose={onClose}
    >
      <p>{fr.ending.sureText}</p>
    </AskFrame>
  );
}
