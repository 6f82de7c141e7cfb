// SPDX-License-Identifier: Apache-2.0
import { useComputed } from '@preact/signals';
import { Notice } from '../../shared/ui/notice.tsx';
import { useDesk } from '../control/context.ts';
import { copyTrouble } from '../model/second_copy.ts';
import { fr } from '../words/fr.ts';

/** Says when answers are on one medium only, and what to do. */
export function SecondCopyNotice() {
  const desk = useDesk();
  const { view } = desk.state;
  const trouble = useComputed(() =>
    view.value ? copyTrouble(view.value.second_copy, view.value.session.finalised) : null,
  );
  if (!trouble.value) return null;
  const { kind, reason } = trouble.value;
  const why = reason ? fr.copy.why[reason] : fr.copy.why.removed;
  if (kind === 'alone')
    return (
      <Notice tone="warning" role="status" title={fr.copy.alone}>
        <p>
          {why} {fr.copy.aloneText}
        </p>
      </Notice>
    );
  return (
    <Notice tone="error" role="alert" title={fr.copy.waiting}>
      <p>
        {why} {fr.copy.waitingText}
      </p>
      <button
        type="button"
        class="button"
        onClick={() => desk.dialogs.open({ what: 'without_copy' })}
      >
        {fr.copy.waive.open}
      </button>
    </Notice>
  );
}
