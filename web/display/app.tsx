// SPDX-License-Identifier: Apache-2.0
import { useEffect } from 'preact/hooks';
import { Choose } from './parts/choose.tsx';
import { Room } from './parts/room.tsx';
import type { Screen } from './screen.ts';
import { fr } from './words/fr.ts';

export function App({ screen }: { screen: Screen }) {
  const number = screen.session.value;
  useEffect(() => {
    document.title = `${number ? `Session ${number}` : fr.tab} – Préau`;
  }, [number]);
  if (number === undefined) return <Choose />;
  if (screen.view.value) return <Room view={screen.view.value} screen={screen} />;
  return (
    <main class="alone">
      <h1>{screen.unknown.value ? fr.unknown(number) : fr.connecting}</h1>
      <p role="status">{!screen.unknown.value && screen.stale.value && fr.stale}</p>
    </main>
  );
}
