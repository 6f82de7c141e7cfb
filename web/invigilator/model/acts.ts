// SPDX-License-Identifier: Apache-2.0
import type { Card } from './session_view.ts';

/** What an invigilator can do for a candidate. */
export type Act = 'resume' | 'confirm' | 'confirm_again' | 'cancel' | 'end';

export interface Acts {
  /** The one big button: what this card is waiting for. */
  main: Act | null;
  others: Act[];
}

/** The acts a card offers: one at most in front, never two that could be taken for each other. */
export function actsFor(card: Card): Acts {
  const resumes = card.flags.includes('resume_requested') && card.phase !== 'finished';
  const own = ownActs(card);
  if (!resumes) return own;
  return { main: 'resume', others: own.main ? [own.main, ...own.others] : own.others };
}

function ownActs(card: Card): Acts {
  switch (card.phase) {
    case 'present':
      return { main: 'confirm', others: [] };
    case 'authorised':
      return { main: null, others: ['cancel', 'confirm_again'] };
    case 'in_progress':
      return card.flags.includes('deadline_passed')
        ? { main: 'end', others: [] }
        : { main: null, others: ['end'] };
    case 'absent':
    case 'finished':
      return { main: null, others: [] };
  }
}
