// SPDX-License-Identifier: Apache-2.0
import type { Clock } from '../../shared/time/countdown.ts';

/** What the box tells an invigilator: always the whole picture (docs/api). */
export interface SessionView {
  session: {
    number: string;
    site: string;
    room: string;
    date: string;
    time: string;
    examiner: string;
    access_code: string;
    finalised: boolean;
    pack_title: string;
  };
  seal: Seal;
  counts: Counts;
  candidates: Card[];
  box_time: string;
}

export interface Seal {
  state: 'open' | 'sealed' | 'received';
  /** Records in the session's journal. */
  size: number;
  /** Of the sealed journal, in hexadecimal. */
  root: string | null;
  received_at: string | null;
  /** The receipt's short code, to be read out or written down. */
  code: string | null;
}

export interface Counts {
  enrolled: number;
  present: number;
  authorised: number;
  in_progress: number;
  finished: number;
}

export type Phase = 'absent' | 'present' | 'authorised' | 'in_progress' | 'finished';
export type Flag = 'offline' | 'resume_requested' | 'deadline_passed';
export type FinishReason =
  'completed' | 'ended_by_invigilator' | 'time' | 'finalised' | 'exhausted';

export interface Card {
  number: number;
  last_name: string;
  first_name: string;
  birthdate: string;
  group: string;
  extra_time_percent: number;
  phase: Phase;
  flags: Flag[];
  answered: number;
  question_count: number;
  clock: Clock | null;
  started_at: string | null;
  seen_ms: number | null;
  finish_reason: FinishReason | null;
  needs_abort_reason: boolean;
}
