// SPDX-License-Identifier: Apache-2.0
// The box's candidate routes, one function each (docs/api).
import { request } from '../../shared/api/request.ts';
import type { Clock } from '../../shared/time/countdown.ts';
import type { JoinRequest } from '../model/join_form.ts';
import type { Display } from '../model/display.ts';
import type { Phase, ReportReason, View } from '../model/view.ts';
import type { Entry } from '../outbox/outbox.ts';

const me = '/candidates/me';
export const streamPath = `${me}/stream`;

/** What comes back from an act about a question. */
export interface ViewReply {
  view: View;
}

export function join(body: JoinRequest) {
  return request<{ token: string; view: View }>({ method: 'POST', path: '/candidates/join', body });
}

export function look(token: string) {
  return request<View>({ method: 'GET', path: me, token, timeoutMs: 5000 });
}

export function start(token: string, access_code: string) {
  return request<View>({ method: 'POST', path: `${me}/start`, token, body: { access_code } });
}

/** Safe to repeat: the entry's id makes the box take it once. */
export function answer(token: string, { id, number, item, value }: Entry) {
  return request<ViewReply>({
    method: 'PUT',
    path: `${me}/answers/${number}`,
    token,
    idempotencyKey: id,
    body: { item, value },
    timeoutMs: 5000,
  });
}

/** Shows a timed or focus question; its time starts with the first such request. Safe to repeat. */
export function open(token: string, number: number) {
  return tellOf(token, number, 'open');
}

/** The candidate left the page of a question in focus mode. Safe to repeat. */
export function focusLost(token: string, number: number) {
  return tellOf(token, number, 'focus-lost');
}

/** Something is wrong with the question that is asked. Safe to repeat. */
export function report(token: string, number: number, reason: ReportReason) {
  const path = `${me}/questions/${number}/report`;
  return request<ViewReply>({ method: 'POST', path, token, body: { reason }, timeoutMs: 5000 });
}

export function chooseDisplay(token: string, display: Display) {
  const path = `${me}/display`;
  return request<ViewReply>({ method: 'PUT', path, token, body: display, timeoutMs: 5000 });
}

function tellOf(token: string, number: number, what: 'open' | 'focus-lost') {
  const path = `${me}/questions/${number}/${what}`;
  return request<ViewReply>({ method: 'POST', path, token, body: {}, timeoutMs: 5000 });
}

export function heartbeat(token: string) {
  const path = `${me}/heartbeat`;
  return request<{ clock: Clock | null; phase: Phase }>({
    method: 'POST',
    path,
    token,
    body: {},
    timeoutMs: 4000,
  });
}
