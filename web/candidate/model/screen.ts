// SPDX-License-Identifier: Apache-2.0
import type { View } from './view.ts';

export type Screen =
  | 'loading'
  | 'join'
  | 'elsewhere'
  | 'identity'
  | 'takeover'
  | 'information'
  | 'waiting'
  | 'code'
  | 'question'
  | 'sending'
  | 'finished';

export interface Situation {
  /** The station's memory has been read. */
  restored: boolean;
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
  if (situation.elsewhere) return 'elsewhere';
  if (view?.phase === 'finished') return 'finished';
  if (!situation.hasToken) return 'join';
  if (!view) return 'loading';
  if (!situation.identityConfirmed) return 'identity';
  if (view.access === 'waiting') return 'takeover';
  if (view.phase === 'in_progress') return questionScreen(view, situation.pending);
  if (!situation.rulesAccepted) return 'information';
  return view.phase === 'authorised' ? 'code' : 'waiting';
}

function questionScreen(view: View, pending: number[]): Screen {
  if (!view.question || pending.includes(view.question.number)) return 'sending';
  return 'question';
}
