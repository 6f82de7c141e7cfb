// SPDX-License-Identifier: Apache-2.0
import { useEffect } from 'preact/hooks';
import { useDesk } from '../control/context.ts';
import { CardList } from '../parts/card_list.tsx';
import { PendingActs } from '../parts/pending_acts.tsx';
import { RoomHeader } from '../parts/room_header.tsx';
import { RoomState } from '../parts/room_state.tsx';
import { SecondCopyNotice } from '../parts/second_copy_notice.tsx';
import { Sealed } from '../parts/sealed.tsx';
import { fr } from '../words/fr.ts';

/** The live room: who needs something, who does what. Everything in it is pushed by the box. */
export function RoomScreen({ onClose }: { onClose(): void }) {
  const desk = useDesk();
  const { view } = desk.state;
  if (!view.value) return null;
  const { session, seal } = view.value;
  return (
    <>
      <TabTitle />
      <RoomHeader />
      <main class="room">
        <PendingActs candidate={null} />
        <SecondCopyNotice />
        {session.finalised && <Sealed seal={seal} />}
        <CardList />
        <div class="room-end">
          {!session.finalised && <RoomState />}
          <div class="buttons">
            {!session.finalised && (
              <button type="button" class="button" onClick={onClose}>
                {fr.ending.open}
              </button>
            )}
            <LeaveButton />
          </div>
        </div>
      </main>
    </>
  );
}

/** How many wait, where it is seen from another tab. */
function TabTitle() {
  const { view, attention } = useDesk().state;
  const count = attention.value.length;
  const number = view.value?.session.number ?? '';
  useEffect(() => {
    const tab = count > 0 ? fr.header.tabTodo(count, number) : fr.header.tab(number);
    document.title = `${tab} – Préau`;
  }, [count, number]);
  return null;
}

function LeaveButton() {
  const desk = useDesk();
  const leave = () => {
    if (desk.state.pending.value.length > 0) desk.dialogs.open({ what: 'leave' });
    else void desk.leave();
  };
  return (
    <button type="button" class="button quiet" onClick={leave}>
      {fr.leave}
    </button>
  );
}
