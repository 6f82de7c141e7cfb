// SPDX-License-Identifier: Apache-2.0
import { ModalDialog } from '../../shared/ui/modal_dialog.tsx';
import { fr } from '../words/fr.ts';

interface CloseDialogProps {
  onConfirm(): void;
  onClose(): void;
}

export function CloseDialog({ onConfirm, onClose }: CloseDialogProps) {
  return (
    <ModalDialog labelledBy="fin-de-session" onClose={onClose}>
      <div class="form">
        <h2 id="fin-de-session">{fr.close.sureTitle}</h2>
        <p>{fr.close.sureText}</p>
        <div class="buttons">
          <button type="button" class="button" onClick={onClose}>
            {fr.cancel}
          </button>
          <button type="button" class="button danger primary" onClick={onConfirm}>
            {fr.close.sure}
          </button>
        </div>
      </div>
    </ModalDialog>
  );
}
