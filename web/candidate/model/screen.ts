// SPDX-License-Identifier: Apache-2.0
import type { View } from './view.ts';

export type Screen =
  | 'loading'
  | 'join'
  | 'elsewhere'
  | 'identity'
  | 'other_tab'
  | 'takeover'
  | 'information'
  | 'waiting'
  | 'lockdown'
  | 'code'
  | 'question'
  | 'sending'
  | 'finished';

export interface Situation {
  /** The station's memory has been read. */
  restored: boolean;
  /** Another tab of this station was opened after this one. */
  otherTab: boolean;
  hasToken: boolean;
  /** The box no longer lets this station act for the candidate. */
  elsewhere: boolean;
  view: View | null;
  identityConfirmed: boolean;
  rulesAccepted: boolean;
  /** Questions whose answer is kept here and not yet acknowledged. */
  pending: number[];
}

/** The one screen to show. The box decides the phase; the station only adds its own first steps. */
export function screenOf(situation: Situation): Screen {
  const { view } = situation;
  if (!situation.restored) return 'loading';
  if (situation.otherTab) return 'other_tab';
  if (situation.elsewhere) return 'elsewhere';
  if (view?.phase === 'finished') return 'finished';
  if (!situation.hasToken) return 'join';
  if (!view) return 'loading';
  if (!situation.identityConfirmed) return 'identity';
  if (view.access === 'waiting') return 'takeover';
  if (view.phase === 'in_progress') return testScreen(view, situation.pending);
  if (!situation.rulesAccepted) return 'information';
  if (view.phase === 'authorised' && view.lockdown.missing) return 'lockdown';
  return view.phase === 'authorised' ? 'code' : 'waiting';
}

function testScreen(view: View, pending: number[]): Screen {
  if (view.lockdown.missing) return 'lockdown';
  if (!view.question || pending.includes(view.question.number)) return 'sending';
  return 'question';
}
