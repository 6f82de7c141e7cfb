// SPDX-License-Identifier: Apache-2.0
import { shortDate } from '../../shared/time/words.ts';
import { useDesk } from '../control/context.ts';
import type { Card } from '../model/session_view.ts';
import { fr, nameOf } from '../words/fr.ts';
import type { DialogProps } from './dialog_stack.tsx';
import { AskFrame, Frame } from './frame.tsx';

/** Everybody at once, with the names of those whom only the invigilator's eye can vouch for. */
export function AllPresentDialog({ onClose }: DialogProps) {
  const desk = useDesk();
  const waiting = desk.state.waiting.value;
  const byName = waiting.filter((card) => card.way !== 'code');
  const byCode = waiting.filter((card) => card.way === 'code');
  const confirm = () => {
    void desk.act({ kind: 'all_present' });
    onClose();
  };
  if (waiting.length === 0)
    return (
      <Frame title={fr.room.allPresent} onClose={onClose}>
        <p role="status">{fr.allPresent.nobody}</p>
        <div class="buttons">
          <button type="button" class="button primary" onClick={onClose}>
            {fr.close}
          </button>
        </div>
      </Frame>
    );
  return (
    <AskFrame
      title={fr.allPresent.title(waiting.length)}
      submit={byName.length > 0 ? fr.allPresent.submit : fr.allPresent.submitCodes}
      onSubmit={confirm}
      onClose={onClose}
    >
      {byName.length > 0 && (
        <>
          <h3>{fr.allPresent.byName}</h3>
          <p>{fr.allPresent.byNameText}</p>
          <Names cards={byName} />
        </>
      )}
      {byCode.length > 0 && (
        <>
          <h3>{fr.allPresent.byCode}</h3>
          <Names cards={byCode} />
        </>
      )}
      <p class="soft">{fr.allPresent.valid}</p>
    </AskFrame>
  );
}

function Names({ cards }: { cards: Card[] }) {
  return (
    <ul class="names">
      {cards.map((card) => (
        <li key={card.number}>
          <strong>{nameOf(card)}</strong>{' '}
          <span class="soft">
            {[
              fr.card.born(shortDate(card.birthdate)),
              card.seat && fr.card.seat(card.seat),
              card.flags.includes('homonym') && fr.allPresent.homonym,
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
}
