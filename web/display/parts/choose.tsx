// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import { sessionNumber } from '../../shared/typed/session_number.ts';
import { fr } from '../words/fr.ts';

/** When the address names no session. */
export function Choose() {
  const [typed, setTyped] = useState('');
  return (
    <main class="alone">
      <h1>{fr.which}</h1>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const number = sessionNumber(typed);
          if (number) location.hash = number;
        }}
      >
        <label for="session">{fr.session}</label>
        <p id="session-hint">{fr.whichHint}</p>
        <input
          id="session"
          inputMode="numeric"
          autocomplete="off"
          aria-describedby="session-hint"
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <button>{fr.show}</button>
      </form>
    </main>
  );
}
