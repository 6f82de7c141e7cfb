// SPDX-License-Identifier: Apache-2.0
import type { Card } from '../invigilator/model/session_view.ts';

/** A candidate who has not come, changed as a test needs. */
export const card = (number: number, change: Partial<Card> = {}): Card => ({
  number,
  last_name: 'Petit',
  first_name: 'Zoé',
  birthdate: '2009-03-12',
  group: '3e B',
  seat: '',
  extra_time_percent: 0,
  way: 'identity',
  phase: 'absent',
  flags: [],
  urgency: null,
  report: null,
  interruption: null,
  answered: 0,
  question_count: 32,
  clock: null,
  started_at: null,
  ends_at: null,
  added_ms: 0,
  authorised_left_ms: null,
  seen_ms: null,
  incidents: 0,
  lockdown: { kind: 'none', version: '' },
  finish_reason: null,
  abort_reason: null,
  needs_abort_reason: false,
  ...change,
});
