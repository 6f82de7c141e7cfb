// SPDX-License-Identifier: Apache-2.0
// The box's candidate routes, one function each (docs/api).
import { request } from '../../shared/api/request.ts';
import type { Clock } from '../../shared/time/countdown.ts';
import type { Display } from '../model/display.ts';
import type { JoinRequest } from '../model/join_form.ts';
import type { Lockdown } from '../model/lockdown.ts';
import type { Hold, Phase, ReportReason, View } from '../model/view.ts';
import type { Entry } from '../outbox/outbox.ts';

const me = '/candidates/me';
export const streamPath = `${me}/stream`;

/** The item tells a question from the one that may replace it under the same number. */
export interface Asked {
  number: number;
  item: string;
}

/** What comes back from an act about a question. */
export interface ViewReply {
  view: View;
}

/** Who joins, where, and under which token: drawn by the page, so that joining is safe to repeat. */
export interface Joining {
  token: string;
  seat: string;
  lockdown: Lockdown;
}

export function join(who: JoinRequest, joining: Joining) {
  const body = { ...who, ...joining };
  return request<ViewReply>({ method: 'POST', path: '/candidates/join', body });
}

/** Somebody else's name: they never sat here. Safe to repeat. */
export function leave(token: string) {
  return request<object>({ method: 'POST', path: `${me}/leave`, token, body: {}, timeoutMs: 4000 });
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
export function open(token: string, question: Asked) {
  return tellOf(token, question, 'open');
}

/** The candidate left the page of a question in focus mode. Safe to repeat. */
export function focusLost(token: string, question: Asked) {
  return tellOf(token, question, 'focus-lost');
}

/** Something is wrong with the question that is asked. Safe to repeat. */
export function report(token: string, { number, item }: Asked, reason: ReportReason) {
  const path = `${me}/questions/${number}/report`;
  const body = { reason, item };
  return request<ViewReply>({ method: 'POST', path, token, body, timeoutMs: 5000 });
}

export function chooseDisplay(token: string, display: Display) {
  const path = `${me}/display`;
  return request<ViewReply>({ method: 'PUT', path, token, body: display, timeoutMs: 5000 });
}

function tellOf(token: string, { number, item }: Asked, what: 'open' | 'focus-lost') {
  const path = `${me}/questions/${number}/${what}`;
  return request<ViewReply>({ method: 'POST', path, token, body: { item }, timeoutMs: 5000 });
}

/** The answer being prepared, for whoever takes the test up elsewhere. `leaving`: the page closes. */
export function draft(token: string, item: string, value: string, leaving: boolean) {
  const path = `${me}/draft`;
  const body = { item, value };
  return request<object>({ method: 'PUT', path, token, body, timeoutMs: 5000, leaving });
}

export interface Beat {
  clock: Clock | null;
  phase: Phase;
  holds: Hold[];
}

export function heartbeat(token: string, lockdown: Lockdown) {
  const path = `${me}/heartbeat`;
  return request<Beat>({ method: 'POST', path, token, body: { lockdown }, timeoutMs: 2500 });
}

/** The box's time, for whoever asks. */
export function box() {
  return request<{ time: string; version: string }>({
    method: 'GET',
    path: '/box',
    timeoutMs: 4000,
  });
}

export interface SeatReport {
  device: string;
  seat: string;
  browser: string;
  screen: string;
  indexeddb: boolean;
  clock_skew_ms: number;
  latency_ms: number;
  lockdown: Lockdown;
  problems: string[];
}

export function checkSeat(body: SeatReport) {
  return request<{ address: string }>({
    method: 'POST',
    path: '/seats/check',
    body,
    timeoutMs: 5000,
  });
}
