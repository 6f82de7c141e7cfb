// SPDX-License-Identifier: Apache-2.0
import { useComputed } from '@preact/signals';
import { hourMinute } from '../../shared/time/words.ts';
import { Icon } from '../../shared/ui/icon.tsx';
import { useDesk } from '../control/context.ts';
import { agoInWords } from '../model/ago.ts';
import { fr } from '../words/fr.ts';

interface RoomHeaderProps {
  /** Whether the session's name is the page's main title, or a part of a page that has its own. */
  title?: 'main' | 'part';
}

/** One line that stays in sight: which room, the code to give, the time, how many. */
export function RoomHeader({ title = 'main' }: RoomHeaderProps) {
  const desk = useDesk();
  const view = desk.state.view.value;
  if (!view) return null;
  const Name = title === 'main' ? 'h1' : 'p';
  const { session, counts } = view;
  const here = counts.present + counts.authorised + counts.in_progress + counts.finished;
  return (
    <header class="room-header">
      <div class="room-line">
        <div class="room-name">
          <Name class="room-title">{fr.header.title(session.number)}</Name>
          <span class="soft">
            {session.room}
            <span class="site">, {session.site}</span>
          </span>
        </div>
        <p class="access-code">
          <span class="soft">{fr.header.code}</span>{' '}
          <strong class="digits">{session.access_code}</strong>
        </p>
        <dl class="room-counts">
          <Count term={fr.header.present} value={`${here}/${counts.enrolled}`} />
          <Count term={fr.header.running} value={String(counts.in_progress)} />
          <Count term={fr.header.finished} value={String(counts.finished)} />
        </dl>
        <BoxTime />
        {!session.finalised && (
          <div class="room-buttons">
            <SoundButton />
            <button
              type="button"
              class="button"
              aria-haspopup="dialog"
              onClick={() => desk.dialogs.open({ what: 'room' })}
            >
              {fr.header.room}
              <span class="sr-only"> : {fr.header.roomLong}</span>
            </button>
          </div>
        )}
      </div>
      <StaleLine />
      {view.paused && !session.finalised && <PausedLine />}
    </header>
  );
}

function Count({ term, value }: { term: string; value: string }) {
  return (
    <div>
      <dd class="digits">{value}</dd>
      <dt>{term}</dt>
    </div>
  );
}

function BoxTime() {
  const { boxTime, now } = useDesk().state;
  const time = useComputed(() =>
    boxTime.value ? hourMinute(boxTime.value.ms + now.value - boxTime.value.at) : '',
  );
  return (
    <p class="box-time">
      <span class="sr-only">{fr.header.boxTime} </span>
      <span class="digits">{time}</span>
    </p>
  );
}

function SoundButton() {
  const { bell } = useDesk();
  const on = bell.on.value;
  const words = !on
    ? fr.header.soundOff
    : bell.ready.value
      ? fr.header.soundOn
      : fr.header.soundAsleep;
  return (
    <button
      type="button"
      class="button sound"
      aria-pressed={on}
      title={words}
      onClick={() => void bell.turn(!on)}
    >
      <Icon name={on ? 'bell' : 'bell_off'} />
      <span class="sound-words">{words}</span>
    </button>
  );
}

/** How old the picture is, as long as it is not of now. */
function StaleLine() {
  const { stale, lastNews, now } = useDesk().state;
  const words = useComputed(() => {
    const age = now.value - lastNews.value;
    const ago = agoInWords(age) ?? `${Math.round(age / 1000)}\u00a0s`;
    return fr.stale.text(hourMinute(Date.now() - age), ago);
  });
  if (!stale.value) return null;
  return (
    <div class="header-line warning" role="alert">
      <Icon name="offline" />
      <p aria-live="off">{words}</p>
    </div>
  );
}

function PausedLine() {
  const desk = useDesk();
  return (
    <div class="header-line warning">
      <Icon name="pause" />
      <p>{fr.paused}</p>
      <button
        type="button"
        class="button"
        onClick={() => void desk.act({ kind: 'all_pause', paused: false })}
      >
        {fr.continueRoom}
      </button>
    </div>
  );
}
