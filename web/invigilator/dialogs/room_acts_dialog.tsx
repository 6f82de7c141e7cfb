// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren } from 'preact';
import { useDesk } from '../control/context.ts';
import type { RoomDialog } from '../control/dialogs.ts';
import { Icon, type IconName } from '../../shared/ui/icon.tsx';
import { fr } from '../words/fr.ts';
import type { DialogProps } from './dialog_stack.tsx';
import { Frame } from './frame.tsx';

interface RoomActsDialogProps extends DialogProps {
  onClosing(): void;
}

/** All that is done for everybody, each in words. */
export function RoomActsDialog({ onClose, onClosing }: RoomActsDialogProps) {
  const desk = useDesk();
  const view = desk.state.view.value;
  if (!view) return null;
  const { seats, paused, counts, session } = view;
  const instead = (what: RoomDialog) => () => {
    onClose();
    desk.dialogs.open({ what });
  };
  const goOn = () => {
    onClose();
    void desk.act({ kind: 'all_pause', paused: false });
  };
  return (
    <Frame title={fr.room.title} wide onClose={onClose}>
      <div class="deeds two">
        <RoomAct
          icon="person"
          onAct={instead('all_present')}
          hint={fr.room.allPresentHint(counts.present)}
        >
          {fr.room.allPresent}
        </RoomAct>
        <RoomAct icon="send" onAct={instead('message')} hint={fr.room.messageHint}>
          {fr.room.message}
        </RoomAct>
        <RoomAct
          icon="clock"
          onAct={instead('all_time')}
          hint={fr.room.timeHint(counts.in_progress)}
        >
          {fr.room.time}
        </RoomAct>
        {paused ? (
          <RoomAct icon="play" onAct={goOn} hint={fr.room.continueHint}>
            {fr.continueRoom}
          </RoomAct>
        ) : (
          <RoomAct icon="pause" onAct={instead('pause_room')} hint={fr.room.pauseHint}>
            {fr.room.pause}
          </RoomAct>
        )}
        <RoomAct
          icon="check"
          onAct={instead('seats')}
          hint={fr.room.seatsHint(seats.ready, seats.attention)}
        >
          {fr.room.seats}
        </RoomAct>
        <a class="button deed" href={`/ecran#${session.number}`} target="_blank" rel="noopener">
          <Icon name="zoom" />
          <span>
            {fr.room.screen}
            <span class="deed-hint">{fr.room.screenHint}</span>
          </span>
        </a>
        <RoomAct icon="lock" onAct={onClosing} hint={fr.room.closeHint}>
          {fr.room.close}
        </RoomAct>
      </div>
      {view.invigilators.length > 0 && (
        <p class="soft">
          {fr.room.invigilators} :{' '}
          {[...new Set(view.invigilators.map(({ name }) => name))].filter(Boolean).join(', ')}
        </p>
      )}
    </Frame>
  );
}

interface RoomActProps {
  icon: IconName;
  hint: string;
  onAct(): void;
  children: ComponentChildren;
}

function RoomAct({ icon, hint, onAct, children }: RoomActProps) {
  return (
    <button type="button" class="button deed" onClick={onAct}>
      <Icon name={icon} />
      <span>
        {children}
        <span class="deed-hint">{hint}</span>
      </span>
    </button>
  );
}
