// SPDX-License-Identifier: Apache-2.0
import type { Clock } from '../../shared/time/countdown.ts';
import type { Question } from './question.ts';

/** What the box tells a candidate: always the whole picture (docs/api). */
export interface View {
  candidate: {
    number: number;
    last_name: string;
    first_name: string;
    birthdate: string;
    group: string;
    extra_time_percent: number;
    duration_minutes: number;
  };
  session: {
    number: string;
    site: string;
    room: string;
    date: string;
    question_count: number;
    minimum_answers: number;
  };
  /** `waiting`: another device holds the test, the invigilator must authorise this one. */
  access: 'granted' | 'waiting';
  phase: Phase;
  answered: number;
  question: Question | null;
  clock: Clock | null;
  deadline_passed: boolean;
  finish_reason: FinishReason | null;
}

export type Phase = 'absent' | 'present' | 'authorised' | 'in_progress' | 'finished';
export type FinishReason =
  'completed' | 'ended_by_invigilator' | 'time' | 'finalised' | 'exhausted';

/** The same candidate in the same session: what an answer kept on this station belongs to. */
export function attemptOf(view: View): string {
  return `${view.session.number}/${view.candidate.number}`;
}
