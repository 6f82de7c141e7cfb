// SPDX-License-Identifier: Apache-2.0
import { useDesk } from '../control/context.ts';
import { doDeed } from '../control/do_deed.ts';
import { useBusy } from '../control/pending.ts';
import { mainDeed } from '../model/offered.ts';
import type { Card } from '../model/session_view.ts';
import { deedFor, deeds } from '../words/fr.ts';

/** The one big button of a card: what it waits for. All else is in the candidate's own sheet. */
export function MainAct({ card }: { card: Card }) {
  const desk = useDesk();
  const busy = useBusy(card.number);
  const deed = mainDeed(card);
  if (!deed) return null;
  return (
    <button
      type="button"
      class={`button main-act ${deed === 'end' ? 'danger' : 'primary'}`}
      data-deed="main"
      aria-disabled={busy.value}
      aria-label={deedFor(deed, card)}
      onClick={() => busy.value || doDeed(desk, deed, card.number)}
    >
      {deeds[deed]}
    </button>
  );
}
