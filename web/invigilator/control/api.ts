// SPDX-License-Identifier: Apache-2.0
// The box's invigilation routes, one function each (docs/api).
import { request } from '../../shared/api/request.ts';
import type { QueuedAct } from '../queue/act_queue.ts';
import { requestOf } from '../model/act.ts';
import type { AbortReasonLine } from '../model/closing.ts';
import type { CandidateFile } from '../model/file.ts';
import type { Seat } from '../model/seats.ts';
import type { Card, SessionView } from '../model/session_view.ts';

export const streamPath = '/invigilation/stream';

export function enter(session: string, password: string, name: string) {
  return request<{ token: string; view: SessionView }>({
    method: 'POST',
    path: '/invigilation/enter',
    body: { session, password, name },
  });
}

/** The code of the day: the box goes on with the session. */
export function unlock(session: string, password: string, code: string) {
  return request<Record<string, never>>({
    method: 'POST',
    path: `/sessions/${session}/unlock`,
    body: { password, code },
    timeoutMs: 30_000,
  });
}

export function look(token: string) {
  return request<SessionView>({ method: 'GET', path: '/invigilation/session', token });
}

/** An act for a candidate gives their card back, an act for the room the whole picture. */
export function perform(token: string, { id, act }: QueuedAct) {
  return request<Card | SessionView>({ ...requestOf(act), token, idempotencyKey: id });
}

export function file(token: string, candidate: number) {
  const path = `/invigilation/candidates/${candidate}`;
  return request<CandidateFile>({ method: 'GET', path, token });
}

export function seats(token: string) {
  return request<{ seats: Seat[] }>({ method: 'GET', path: '/invigilation/seats', token });
}

export function finalise(token: string, abort_reasons: AbortReasonLine[]) {
  return request<SessionView>({
    method: 'POST',
    path: '/invigilation/finalise',
    token,
    body: { abort_reasons },
    timeoutMs: 30_000,
  });
}
