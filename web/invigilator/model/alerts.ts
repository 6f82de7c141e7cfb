// SPDX-License-Identifier: Apache-2.0
import type { Card, Flag } from './session_view.ts';

/** What stops somebody who was working, or is about to: worth a sound. The rest waits in silence. */
const loud: Flag[] = ['report', 'lockdown_missing', 'resume_requested', 'deadline_passed'];

/** The names of the alerts of these cards: the same alert keeps its name until it is handled. */
export function alertsIn(cards: Card[]): Set<string> {
  return new Set(
    cards
      .filter((card) => card.urgency !== null)
      .flatMap((card) =>
        card.flags
          .filter((flag) => loud.includes(flag))
          .map((flag) => `${card.number} ${flag} ${flag === 'report' ? card.report?.number : ''}`),
      ),
  );
}

/** Those that were not there before. */
export function newAlerts(before: ReadonlySet<string>, now: ReadonlySet<string>): string[] {
  return [...now].filter((alert) => !before.has(alert));
}
