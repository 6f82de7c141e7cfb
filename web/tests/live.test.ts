// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isPassing, retryAfterMs } from '../shared/api/outcome.ts';
import { EventParser } from '../shared/live/event_parser.ts';
import { backoffMs } from '../shared/time/backoff.ts';

test('events come out whole however the stream is cut', () => {
  const stream =
    ': k\n\nevent: view\nid: 7\ndata: {"a":\ndata: 1}\n\ndata: x\r\n\r\nevent: alone\n\n';
  const expected = [
    { name: 'view', data: '{"a":\n1}' },
    { name: 'message', data: 'x' },
  ];
  for (let size = 1; size <= stream.length; size += 1) {
    const parser = new EventParser();
    const events = [];
    for (let at = 0; at < stream.length; at += size)
      events.push(...parser.feed(stream.slice(at, at + size)));
    assert.deepEqual(events, expected, `pieces of ${size}`);
  }
});

test('an event that is not complete is not given', () => {
  assert.deepEqual(new EventParser().feed('event: view\ndata: {}\n'), []);
});

test('Retry-After counts seconds, up to a minute', () => {
  assert.equal(retryAfterMs('2'), 2000);
  assert.equal(retryAfterMs('3600'), 60_000);
  assert.equal(retryAfterMs('-1'), 0);
  assert.equal(retryAfterMs('Wed, 21 Oct 2026 07:28:00 GMT'), 0);
  assert.equal(retryAfterMs(null), 0);
});

test('busy and broken boxes are tried again, refusals are not', () => {
  for (const status of [408, 423, 429, 500, 502, 503])
    assert.equal(isPassing(status), true, String(status));
  for (const status of [400, 401, 403, 404, 409, 410, 422])
    assert.equal(isPassing(status), false, String(status));
});

test('pauses double, stop growing, and spread by chance', () => {
  assert.equal(backoffMs(0, 1000, 10_000, 0), 1000);
  assert.equal(backoffMs(3, 1000, 10_000, 0), 8000);
  assert.equal(backoffMs(40, 1000, 10_000, 0), 10_000);
  assert.equal(backoffMs(0, 1000, 10_000, 0.999), 750);
});
