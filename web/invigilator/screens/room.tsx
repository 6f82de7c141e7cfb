// SPDX-License-Identifier: Apache-2.0
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { hourMinute } from '../../shared/time/words.ts';
import { Notice } from '../../shared/ui/notice.tsx';
import { useDesk } from '../control/context.ts';
import type { Card } from '../model/session_view.ts';
import { CardList } from '../parts/card_list.tsx';
import { EndDialog } from '../parts/end_dialog.tsx';
import { RoomHeader } from '../parts/room_header.tsx';
import { Sealed } from '../parts/sealed.tsx';
import { fr } from '../words/fr.ts';

/** The live room: who needs something, who does what. Everything in it is pushed by the box. */
export function RoomScreen({ onClose }: { onClose(): void }) {
  const desk = useDesk();
  const { view, attention, problem } = desk.state;
  const ending = useSignal<Card | null>(null);
  const number = view.value?.session.number ?? '';
  useEffect(() => {
    document.title = `${fr.header.tab(attention.value.length, number)} – Préau`;
  }, [attention.value.length, number]);
  if (!view.value) return null;
  const { session, seal } = view.value;
  return (
    <>
      <RoomHeader view={view.value} />
      <main class="room">
        <StaleBanner />
        {problem.value && (
          <Notice tone="error" role="alert">
            <p>{problem.value}</p>
          </Notice>
        )}
        {session.finalised && <Sealed seal={seal} />}
        <CardList onEnd={(card) => (ending.value = card)} />
        <div class="buttons room-end">
          {!session.finalised && (
            <button type="button" class="button" onClick={onClose}>
              {fr.close.open}
            </button>
          )}
          <button type="button" class="button quiet" onClick={() => void desk.leave()}>
            {fr.leave}
          </button>
        </div>
        {ending.value && <EndDialog card={ending.value} onClose={() => (ending.value = null)} />}
      </main>
    </>
  );
}

function StaleBanner() {
  const { stale, lastNews } = useDesk().state;
  if (!stale.value) return null;
  const since = hourMinute(Date.now() - (performance.now() - lastNews.value));
  return (
    <Notice tone="warning" title={fr.stale.title} role="alert">
      <p>{fr.stale.text(since)}</p>
    </Notice>
  );
}
