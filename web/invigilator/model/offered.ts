// SPDX-License-Identifier: Apache-2.0
import type { Card } from './session_view.ts';

/** What can be done for a candidate, as buttons name it. */
export type Deed =
  | 'report'
  | 'lockdown'
  | 'resume'
  | 'end'
  | 'confirm'
  | 'confirm_again'
  | 'cancel'
  | 'grant'
  | 'continue'
  | 'pause'
  | 'time'
  | 'release'
  | 'incident';

/**
 * The one act in front of a card: what it waits for, a report before anything else. Never two that
 * could be taken for each other.
 */
export function mainDeed(card: Card): Deed | null {
  const has = (flag: Card['flags'][number]) => card.flags.includes(flag);
  if (card.phase === 'finished' || card.phase === 'absent') return null;
  if (has('report')) return 'report';
  if (has('lockdown_missing')) return 'lockdown';
  if (has('resume_requested')) return 'resume';
  if (card.phase === 'present') return 'confirm';
  if (card.phase === 'in_progress' && has('deadline_passed')) return 'end';
  if (has('interruption')) return 'grant';
  if (has('paused')) return 'continue';
  return null;
}

/** All the others, for the candidate's own sheet. */
export function otherDeeds(card: Card): Deed[] {
  const all: Deed[] = [];
  const has = (flag: Card['flags'][number]) => card.flags.includes(flag);
  const seated = card.phase !== 'absent' && card.phase !== 'finished';
  if (has('resume_requested') && seated) all.push('resume');
  if (has('lockdown_missing') && seated) all.push('lockdown');
  if (card.phase === 'present') all.push('confirm');
  if (card.phase === 'authorised') all.push('confirm_again', 'cancel');
  if (card.phase === 'in_progress') all.push('time', has('paused') ? 'continue' : 'pause');
  if (seated) all.push('release');
  all.push('incident');
  if (card.phase === 'in_progress') all.push('end');
  const main = mainDeed(card);
  return all.filter((deed) => deed !== main);
}
