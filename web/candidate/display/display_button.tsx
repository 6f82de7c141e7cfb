// SPDX-License-Identifier: Apache-2.0
import { Icon } from '../../shared/ui/icon.tsx';
import { fr } from '../words/fr.ts';
import { panelOpen } from './panel_open.ts';

/** At the same place on every screen. */
export function DisplayButton() {
  return (
    <button
      type="button"
      class="button quiet display-button"
      aria-haspopup="dialog"
      onClick={() => (panelOpen.value = true)}
    >
      <Icon name="display" />
      {fr.display.button}
    </button>
  );
}
