// SPDX-License-Identifier: Apache-2.0
import type { IncidentCategory } from './incidents.ts';
import type { AbortReason, ReportCategory } from './session_view.ts';

/** What an invigilator does for one candidate. */
export type CandidateAct =
  | { kind: 'presence'; candidate: number; present: boolean }
  | { kind: 'resume'; candidate: number }
  | { kind: 'release'; candidate: number }
  | { kind: 'report'; candidate: number; accept: boolean; category: ReportCategory | '' }
  | { kind: 'time'; candidate: number; minutes: number; reason: string }
  | { kind: 'pause'; candidate: number; paused: boolean }
  | { kind: 'interruption'; candidate: number; interruption: number; granted: boolean }
  | { kind: 'lockdown'; candidate: number }
  | { kind: 'incident'; candidate: number; category: IncidentCategory; description: string }
  | { kind: 'end'; candidate: number; reason: AbortReason; note: string };

/** What an invigilator does for everybody at once. */
export type RoomAct =
  | { kind: 'all_present' }
  | { kind: 'all_time'; minutes: number; reason: string }
  | { kind: 'all_pause'; paused: boolean }
  | { kind: 'message'; text: string }
  | { kind: 'without_copy' };

export type Act = CandidateAct | RoomAct;

export interface ActRequest {
  method: 'POST' | 'PUT';
  path: string;
  body: object;
}

/** The one request that does this act (docs/api). */
export function requestOf(act: Act): ActRequest {
  if ('candidate' in act) return ofCandidate(act);
  switch (act.kind) {
    case 'all_present':
      return post('/invigilation/presences', {});
    case 'all_time':
      return post('/invigilation/time', { minutes: act.minutes, reason: act.reason });
    case 'all_pause':
      return put('/invigilation/pause', { paused: act.paused });
    case 'message':
      return post('/invigilation/messages', { text: act.text });
    case 'without_copy':
      return post('/invigilation/second-copy', {});
  }
}

function ofCandidate(act: CandidateAct): ActRequest {
  const at = `/invigilation/candidates/${act.candidate}`;
  switch (act.kind) {
    case 'presence':
      return put(`${at}/presence`, { present: act.present });
    case 'resume':
      return post(`${at}/resume`, {});
    case 'release':
      return post(`${at}/release`, {});
    case 'report':
      return post(`${at}/report`, { accept: act.accept, category: act.category });
    case 'time':
      return post(`${at}/time`, { minutes: act.minutes, reason: act.reason });
    case 'pause':
      return put(`${at}/pause`, { paused: act.paused });
    case 'interruption':
      return post(`${at}/interruption`, { interruption: act.interruption, granted: act.granted });
    case 'lockdown':
      return post(`${at}/lockdown`, {});
    case 'incident':
      return post(`${at}/incidents`, { category: act.category, description: act.description });
    case 'end':
      return post(`${at}/end`, { reason: act.reason, note: act.note });
  }
}

const post = (path: string, body: object): ActRequest => ({ method: 'POST', path, body });
const put = (path: string, body: object): ActRequest => ({ method: 'PUT', path, body });

/** Whom an act is for; null for the whole room. */
export function candidateOf(act: Act): number | null {
  return 'candidate' in act ? act.candidate : null;
}
