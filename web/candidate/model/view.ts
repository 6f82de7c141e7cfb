// SPDX-License-Identifier: Apache-2.0
import type { Clock } from '../../shared/time/countdown.ts';
import type { Display } from './display.ts';
import type { LockdownState } from './lockdown.ts';
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
    /** Leaving a question in focus mode costs this candidate nothing. */
    accessibility_adjustment?: boolean;
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
  /** Joined with name and birth date, or with the code of the candidate's slip. */
  way: 'identity' | 'code';
  seat: string;
  phase: Phase;
  answered: number;
  question: Question | null;
  clock: Clock | null;
  /** Time the invigilator added, in all. */
  added_ms: number;
  deadline_passed: boolean;
  /** Why the clock stands still and answers are refused; empty when the test runs. */
  holds: Hold[];
  /** The report that waits for the invigilator. */
  report: { number: number; reason: ReportReason } | null;
  /** The last report that the invigilator decided about. */
  settled_report: SettledReport | null;
  /** The invigilator's last message. */
  message: Message | null;
  /** Null until the candidate has chosen. */
  display: Display | null;
  /** The answer being prepared, as the box last heard of it. */
  draft: { item: string; value: string } | null;
  lockdown: LockdownState;
  /** Where an acknowledged answer is. */
  copies: 'box' | 'box_and_copy';
  finish_reason: FinishReason | null;
  /** Of a finished test. */
  receipt: Receipt | null;
}

export type Phase = 'absent' | 'present' | 'authorised' | 'in_progress' | 'finished';
export type Hold = 'contact' | 'report' | 'pause' | 'room_pause' | 'lockdown';
export type ReportReason = 'image' | 'simulator' | 'file' | 'instruction' | 'other';
export type FinishReason =
  'completed' | 'ended_by_invigilator' | 'time' | 'finalised' | 'exhausted';

export interface SettledReport {
  number: number;
  /** Accepted: the question was replaced by another one of the same number. */
  outcome: 'accepted' | 'refused';
}

export interface Message {
  /** From 1 on, in the session. */
  number: number;
  text: string;
  /** The box's time, ISO 8601. */
  at: string;
}

export interface Receipt {
  /** What proves that these answers were received: 16 symbols by fours, with hyphens. */
  code: string;
  answers: number;
}

/** The same candidate in the same session: what an answer kept on this station belongs to. */
export function attemptOf(view: View): string {
  return `${view.session.number}/${view.candidate.number}`;
}
