// SPDX-License-Identifier: Apache-2.0
import type { Outcome, Problem } from '../../shared/api/outcome.ts';

/** What becomes of an answer kept on this station once the box has replied, or not. */
export type Verdict =
  /** On the box's disk. */
  | 'saved'
  /** Keep it and try again. */
  | 'retry'
  /** The question already has another answer, or is no longer asked: forget it, look again. */
  | 'superseded'
  /** The test was over before it arrived: it does not count, and the candidate must be told. */
  | 'too_late'
  /** This station no longer acts for the candidate: keep it in case it does again. */
  | 'elsewhere'
  /** The box cannot take it as it is: forget it and show why. */
  | 'rejected';

export function verdictOn(outcome: Outcome<unknown>): Verdict {
  if (outcome.kind === 'ok') return 'saved';
  if (outcome.kind === 'unreachable') return 'retry';
  return verdictOnProblem(outcome.problem);
}

function verdictOnProblem({ status, code }: Problem): Verdict {
  if (status === 401) return 'elsewhere';
  if (code === 'device_waiting') return 'retry'; // until the invigilator authorises this station
  if (code === 'test_ended' || code === 'session_closed' || status === 410) return 'too_late';
  if (code === 'already_answered' || code === 'wrong_question') return 'superseded';
  return 'rejected';
}
