// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { ModalDialog } from '../../shared/ui/modal_dialog.tsx';
import { fr } from '../words/fr.ts';

interface FrameProps {
  title: ComponentChildren;
  /** A long one, to read rather than to answer: it closes from its top. */
  wide?: boolean;
  onClose(): void;
  children: ComponentChildren;
}

/** A dialog with its title. */
export function Frame({ title, wide = false, onClose, children }: FrameProps) {
  const id = useId();
  return (
    <ModalDialog labelledBy={id} class={wide ? 'wide' : ''} onClose={onClose}>
      <div class="form">
        <div class="dialog-title">
          <h2 id={id}>{title}</h2>
          {wide && (
            <button type="button" class="button" onClick={onClose}>
              {fr.close}
            </button>
          )}
        </div>
        {children}
      </div>
    </ModalDialog>
  );
}

interface AskFrameProps extends FrameProps {
  submit: ComponentChildren;
  danger?: boolean;
  onSubmit(): void;
}

/** A dialog that is a form: its one way forward, and the way out. */
export function AskFrame({ submit, danger = false, onSubmit, children, ...frame }: AskFrameProps) {
  return (
    <Frame {...frame}>
      <form
        class="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        {children}
        <div class="buttons">
          <button type="button" class="button" onClick={frame.onClose}>
            {fr.cancel}
          </button>
          <button class={danger ? 'button danger primary' : 'button primary'}>{submit}</button>
        </div>
      </form>
    </Frame>
  );
}
