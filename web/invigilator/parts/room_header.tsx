// SPDX-License-Identifier: Apache-2.0
import { hourMinute } from '../../shared/time/words.ts';
import { useDesk } from '../control/context.ts';
import type { SessionView } from '../model/session_view.ts';
import { fr } from '../words/fr.ts';

interface RoomHeaderProps {
  view: SessionView;
  /** Whether the session's name is the page's main title, or a part of a page that has its own. */
  title?: 'main' | 'part';
}

/** One line that stays in sight: which room, the code to give, the time, how many. */
export function RoomHeader({ view, title = 'main' }: RoomHeaderProps) {
  const Name = title === 'main' ? 'h1' : 'p';
  const { session, counts } = view;
  const here = counts.present + counts.authorised + counts.in_progress + counts.finished;
  return (
    <header class="room-header">
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
  if (!boxTime.value) return null;
  return (
    <p class="box-time">
      <span class="sr-only">{fr.header.boxTime} </span>
      <span class="digits">{hourMinute(boxTime.value.ms + now.value - boxTime.value.at)}</span>
    </p>
  );
}
