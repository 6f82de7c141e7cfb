// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../../shared/ui/icon.tsx';
import { hourMinute } from '../../shared/time/words.ts';
import { useStation } from '../control/context.ts';
import { fr } from '../words/fr.ts';

/** A press so soon was meant for what the message came over. */
const unseenMs = 700;

/** What the invigilator wrote to the room, until it is read. */
export function MessageNote() {
  const station = useStation();
  const message = station.state.unread.value;
  const shownAt = useRef(0);
  useEffect(() => {
    shownAt.current = performance.now();
  }, [message?.number]);
  const read = () => {
    if (performance.now() - shownAt.current < unseenMs) return;
    if (message) void station.choose({ messageRead: message.number });
    document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
  };
  return (
    <div role="status">
      {message && (
        <div class="note message" key={message.number}>
          <Icon name="info" />
          <div class="note-text">
            <p class="notice-title">{fr.message.title(hourMinute(message.at))}</p>
            <p>{message.text}</p>
          </div>
          <button type="button" class="button" onClick={read}>
            {fr.message.read}
          </button>
        </div>
      )}
    </div>
  );
}
