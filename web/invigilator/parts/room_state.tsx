// SPDX-License-Identifier: Apache-2.0
import { useComputed } from '@preact/signals';
import { Icon } from '../../shared/ui/icon.tsx';
import { useDesk } from '../control/context.ts';
import { agoInWords } from '../model/ago.ts';
import { fr } from '../words/fr.ts';

/** Whether box and stations are heard, in one line. */
export function RoomState() {
  const { state } = useDesk();
  const box = useComputed(() => {
    const age = state.now.value - state.lastNews.value;
    const ago = state.stale.value ? agoInWords(age) : undefined;
    return ago ? fr.state.boxLost(ago) : fr.state.box;
  });
  const silent = useComputed(
    () =>
      state.cards.value.filter(({ flags }) => flags.includes('silent') || flags.includes('offline'))
        .length,
  );
  const queued = state.late.value ? state.pending.value.length : 0;
  return (
    <p class="room-state">
      <Icon name={state.stale.value ? 'offline' : 'check'} />
      <span>
        {box} · {silent.value > 0 ? fr.state.silent(silent.value) : fr.state.noSilent}
        {queued > 0 && ` · ${fr.state.queued(queued)}`}
      </span>
    </p>
  );
}
