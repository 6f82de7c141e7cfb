// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import { ModalDialog } from '../../shared/ui/modal_dialog.tsx';
import { useDesk } from '../control/context.ts';
import type { Card } from '../model/session_view.ts';
import { fr } from '../words/fr.ts';

interface EndDialogProps {
  card: Card;
  onClose(): void;
}

/** Ending a test cannot be undone: it is asked twice, with the name. */
export function EndDialog({ card, onClose }: EndDialogProps) {
  const desk = useDesk();
  const [sure, setSure] = useState(false);
  const end = () => {
    onClose();
    void desk.act('end', card);
  };
  return (
    <ModalDialog labelledBy="arret" onClose={onClose}>
      <div class="form">
        <h2 id="arret" aria-live="polite">
          {sure ? fr.end.sureTitle(card) : fr.end.title(card)}
        </h2>
        <p>{sure ? fr.end.sureText : fr.end.text(card)}</p>
        <div class="buttons">
          <button type="button" class="button" onClick={onClose}>
            {fr.cancel}
          </button>
          {sure ? (
            <button type="button" class="button danger primary" key="sure" onClick={end}>
              {fr.end.sure(card)}
            </button>
          ) : (
            <button type="button" class="button danger" key="next" onClick={() => setSure(true)}>
              {fr.end.next}
            </button>
          )}
        </div>
      </div>
    </ModalDialog>
  );
}
