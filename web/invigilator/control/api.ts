// SPDX-License-Identifier: Apache-2.0
// The box's invigilation routes, one function each (docs/api).
import { newCommandId } from '../../shared/api/command_id.ts';
import { request } from '../../shared/api/request.ts';
import type { AbortReasonLine } from '../model/closing.ts';
import type { Card, SessionView } from '../model/session_view.ts';

export const streamPath = '/invigilation/stream';

export function enter(session: string, password: string) {
  const body = { session, password, name: 'Surveillant' };
  return request<{ token: string; view: SessionView }>({
    method: 'POST',
    path: '/invigilation/enter',
    body,
  });
}

export function look(token: string) {
  return request<SessionView>({ method: 'GET', path: '/invigilation/session', token });
}

export function setPresence(token: string, candidate: number, present: boolean) {
  return request<Card>({
    method: 'PUT',
    path: `${pathOf(candidate)}/presence`,
    token,
    body: { present },
    idempotencyKey: newCommandId(),
  });
}

export function resume(token: string, candidate: number) {
  return post(token, `${pathOf(candidate)}/resume`, {});
}

export function end(token: string, candidate: number) {
  return post(token, `${pathOf(candidate)}/end`, { reason: 'technical', note: '' });
}

export function finalise(token: string, abort_reasons: AbortReasonLine[]) {
  const path = '/invigilation/finalise';
  return request<SessionView>({
    method: 'POST',
    path,
    token,
    body: { abort_reasons },
    timeoutMs: 30_000,
  });
}

function post(token: string, path: string, body: object) {
  const idempotencyKey = newCommandId();
  return request<Card>({ method: 'POST', path, token, body, idempotencyKey });
}

const pathOf = (candidate: number) => `/invigilation/candidates/${candidate}`;
