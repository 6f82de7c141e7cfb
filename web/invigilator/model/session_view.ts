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
    /** What the session wants on every station. */
    lockdown: LockdownPolicy;
  };
  /** The whole room is held. */
  paused: boolean;
  invigilators: { name: string; listed: boolean }[];
  messages: Message[];
  /** Stations that passed the check before the session, and those to look at. */
  seats: SeatCounts;
  seal: Seal;
  second_copy: SecondCopy;
  counts: Counts;
  candidates: Card[];
  box_time: string;
}

/** The journal on a second medium: a stick or another disk. */
export interface SecondCopy {
  /** `unknown`: there is none yet, and none was lost. */
  state: 'unknown' | 'attached' | 'lost';
  reason: CopyLoss | null;
  /** The authorisation wants every answer on both before it counts as saved. */
  required: boolean;
  /** An invigilator has said that the room goes on without. */
  waived: boolean;
}
export type CopyLoss = 'removed' | 'full' | 'slow' | 'failed' | 'foreign';

export interface SeatCounts {
  ready: number;
  attention: number;
}

export interface Message {
  number: number;
  text: string;
  by: string;
  at: string;
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
  absent: number;
  present: number;
  authorised: number;
  in_progress: number;
  finished: number;
  to_handle: number;
}

export type Phase = 'absent' | 'present' | 'authorised' | 'in_progress' | 'finished';

/** The most pressing first: cards show them in this order, all of them. */
export const flags = [
  'report',
  'lockdown_missing',
  'resume_requested',
  'deadline_passed',
  'offline',
  'silent',
  'interruption',
  'paused',
  'focus_lost',
  'homonym',
  'lockdown_waived',
] as const;
export type Flag = (typeof flags)[number];

export type FinishReason =
  'completed' | 'ended_by_invigilator' | 'time' | 'finalised' | 'exhausted';
export type AbortReason = 'candidate' | 'technical';
export type LockdownKind = 'none' | 'companion' | 'seb';
export type LockdownPolicy = LockdownKind | 'any';
export type ReportReason = 'image' | 'simulator' | 'file' | 'instruction' | 'other';
export type ReportCategory = 'E1' | 'E2' | 'E3' | 'E4' | 'E5' | 'E8' | 'E9' | 'E10' | 'E11' | 'E12';

export interface Lockdown {
  kind: LockdownKind;
  version: string;
}

/** A candidate says that question `number` has a problem, and waits. */
export interface Report {
  number: number;
  reason: ReportReason;
  /** Of the question: "qcu", "qroc"… */
  kind: string;
  /** Those that the question's content allows. */
  categories: ReportCategory[];
}

/** A lost contact that is over and that nobody has ruled on. */
export interface Interruption {
  number: number;
  began_at: string;
  lasted_ms: number;
}

export interface Card {
  number: number;
  last_name: string;
  first_name: string;
  birthdate: string;
  group: string;
  seat: string;
  extra_time_percent: number;
  /** How they joined. By name and date only, the invigilator's eye is what proves it. */
  way: 'identity' | 'code';
  phase: Phase;
  flags: Flag[];
  /** 0 first; null when nothing waits for the invigilator. The box decides. */
  urgency: number | null;
  report: Report | null;
  interruption: Interruption | null;
  answered: number;
  question_count: number;
  clock: Clock | null;
  started_at: string | null;
  ends_at: string | null;
  added_ms: number;
  /** Until a confirmed presence expires. */
  authorised_left_ms: number | null;
  seen_ms: number | null;
  incidents: number;
  lockdown: Lockdown;
  finish_reason: FinishReason | null;
  abort_reason: AbortReason | null;
  needs_abort_reason: boolean;
}
