// SPDX-License-Identifier: Apache-2.0
import type { Card } from './session_view.ts';
import type { IncidentCategory } from './incidents.ts';

/** All that the box knows of one candidate (docs/api). */
export interface CandidateFile {
  card: Card;
  /** The personal code: what tells namesakes apart. */
  code: string;
  /** Platform account, or empty. */
  account: string;
  /** Of a finished test: the code that the candidate was asked to write down. */
  receipt_code: string | null;
  timeline: TimelineLine[];
  incidents: NotedIncident[];
  interruptions: RuledInterruption[];
}

export interface TimelineLine {
  at: string;
  /** The event's name in the journal. */
  what: string;
  /** The invigilator's name, or empty. */
  by: string;
  text: string;
}

export interface NotedIncident {
  at: string;
  category: IncidentCategory;
  description: string;
  by: string;
}

export interface RuledInterruption {
  number: number;
  began_at: string;
  lasted_ms: number;
  ruling: 'none' | 'granted' | 'withdrawn';
}
