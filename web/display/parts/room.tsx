// SPDX-License-Identifier: Apache-2.0
import { hourMinute } from '../../shared/time/words.ts';
import { presentIn, type ScreenView } from '../model/screen_view.ts';
import { qrPath, quietModules } from '../model/qr_path.ts';
import type { Screen } from '../screen.ts';
import { fr } from '../words/fr.ts';

interface RoomProps {
  view: ScreenView;
  screen: Screen;
}

/** One session for a whole room, read from its last row: figures above all. */
export function Room({ view, screen }: RoomProps) {
  const { session, counts, state, ends_at, message } = view;
  const time = screen.boxTime.value;
  return (
    <main class={`room ${state}`}>
      <header>
        <p>
          {session.room}, {session.site}
        </p>
        <p class="state" role="status">
          {fr.state[state]}
        </p>
      </header>
      <section class="figures">
        <h1 class="figure number">
          <span class="label">{fr.session}</span>
          <span class="digits">{session.number}</span>
        </h1>
        <p class="figure">
          <span class="label">{fr.time}</span>
          <span class="digits">{time !== null && hourMinute(time)}</span>
        </p>
        {ends_at && (
          <p class="figure">
            <span class="label">{fr.endsAll}</span>
            <span class="digits">{hourMinute(ends_at)}</span>
          </p>
        )}
      </section>
      {state !== 'finished' && (
        <section class="way-in">
          <Qr rows={view.qr} address={view.address} />
          <p class="label">{fr.address}</p>
          <p class="address">{view.address.replace(/^http:\/\//, '').replace(/\/$/, '')}</p>
        </section>
      )}
      {message && (
        <section class="message" aria-label={fr.message} role="status">
          <p>{message.text}</p>
        </section>
      )}
      <footer>
        <Count n={presentIn(view)} what={fr.present(presentIn(view), counts.enrolled)} />
        <Count n={counts.in_progress} what={fr.running} />
        <Count n={counts.finished} what={fr.finished(counts.finished)} />
        {screen.stale.value && (
          <p class="stale" role="alert">
            {fr.stale}
          </p>
        )}
      </footer>
    </main>
  );
}

function Count({ n, what }: { n: number; what: string }) {
  return (
    <p>
      <strong class="digits">{n}</strong> {what}
    </p>
  );
}

function Qr({ rows, address }: { rows: string[]; address: string }) {
  const side = rows.length + 2 * quietModules;
  return (
    <svg class="qr" viewBox={`0 0 ${side} ${side}`} role="img" aria-label={fr.qr(address)}>
      <rect width={side} height={side} fill="#fff" />
      <path d={qrPath(rows)} fill="#000" shape-rendering="crispEdges" />
    </svg>
  );
}
