// SPDX-License-Identifier: Apache-2.0
import type { Deed } from '../model/offered.ts';
import type { Desk } from './desk.ts';

/** What pressing a deed's button does: the act at once when it can be undone, else a dialog. */
export function doDeed(desk: Desk, deed: Deed, candidate: number) {
  switch (deed) {
    case 'confirm':
    case 'confirm_again':
      return void desk.act({ kind: 'presence', candidate, present: true });
    case 'cancel':
      return void desk.act({ kind: 'presence', candidate, present: false });
    case 'resume':
      return void desk.act({ kind: 'resume', candidate });
    case 'pause':
    case 'continue':
      return void desk.act({ kind: 'pause', candidate, paused: deed === 'pause' });
    case 'grant':
      return grant(desk, candidate);
    default:
      return desk.dialogs.open({ what: deed, candidate });
  }
}

/** The time of a cut is given back already: granting it says that it is right so. */
function grant(desk: Desk, candidate: number) {
  const { interruption } = desk.state.card(candidate);
  if (!interruption) return;
  void desk.act({
    kind: 'interruption',
    candidate,
    interruption: interruption.number,
    granted: true,
  });
}
