// SPDX-License-Identifier: Apache-2.0
import { Notice } from '../../shared/ui/notice.tsx';
import { useDesk } from '../control/context.ts';
import type { Card } from '../model/session_view.ts';
import { deedFor, fr, nameOf } from '../words/fr.ts';

/** Those who still wait for an answer to their report, each with its way to it. */
export function OpenReports({ cards }: { cards: Card[] }) {
  const desk = useDesk();
  return (
    <Notice tone="error" title={fr.ending.reports(cards.length)}>
      <ul class="names">
        {cards.map((card) => (
          <li key={card.number}>
            <button
              type="button"
              class="button"
              aria-label={deedFor('report', card)}
              onClick={() => desk.dialogs.open({ what: 'report', candidate: card.number })}
            >
              {nameOf(card)}
            </button>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
