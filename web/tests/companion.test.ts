// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mayLock } from '../companion/model/boxes.ts';
import { after, ceilingMs, endOf, isLockedTo, readLock } from '../companion/model/lock.ts';
import { mayAsk, pong, readAsk } from '../companion/model/messages.ts';
import { mayShow, rulesFor } from '../companion/model/rules.ts';

const box = 'http://examen.lan:8080';
const noon = 1_900_000_000_000;
const minute = 60_000;
const lock = { box, since: noon };

test('only the address that locked may unlock, and the scheme and the port are part of it', () => {
  for (const origin of ['http://other.lan', 'http://examen.lan', 'https://examen.lan:8080'])
    assert.equal(after(lock, { type: 'unlock', origin }), lock);
  assert.equal(after(lock, { type: 'unlock', origin: box }), null);
  assert.equal(after(null, { type: 'unlock', origin: box }), null);
});

test('a second box cannot take a lock over, until its time is over', () => {
  const other = 'http://other.lan';
  assert.equal(after(lock, { type: 'lock', origin: other, at: noon + minute }), lock);
  const late = noon + ceilingMs;
  assert.deepEqual(after(lock, { type: 'lock', origin: other, at: late }), {
    box: other,
    since: late,
  });
});

test('a lock that is asked for again lasts longer, but is not written for each repetition', () => {
  assert.equal(after(lock, { type: 'lock', origin: box, at: noon + minute - 1 }), lock);
  const later = after(lock, { type: 'lock', origin: box, at: noon + minute });
  assert.deepEqual(later, { box, since: noon + minute });
});

test('a lock ends by itself at the ceiling, not before', () => {
  assert.equal(endOf(lock), noon + ceilingMs);
  assert.equal(after(lock, { type: 'time', at: endOf(lock) - 1 }), lock);
  assert.equal(after(lock, { type: 'time', at: endOf(lock) }), null);
});

test('a clock set back neither frees a computer nor locks it for years', () => {
  const before = noon - 365 * 24 * 60 * minute;
  assert.deepEqual(after(lock, { type: 'time', at: before }), { box, since: before });
});

test('what the storage holds is a lock or nothing', () => {
  for (const value of [undefined, null, 'x', 3, {}, { box }, { box, since: '1' }])
    assert.equal(readLock(value), null);
  assert.deepEqual(readLock({ ...lock, more: 1 }), lock);
});

test('a page learns whether its own box holds the lock', () => {
  assert.equal(isLockedTo(lock, box), true);
  assert.equal(isLockedTo(lock, 'http://other.lan'), false);
  assert.equal(isLockedTo(null, box), false);
});

test('no site of the internet may lock a computer', () => {
  for (const origin of [
    ...['https://example.org', 'http://8.8.8.8', 'http://172.32.0.1', 'http://examen.lan.example'],
    ...['http://[2001:db8::1]', 'file:///tmp', 'null', '', 'chrome://settings', 'http://lan.org'],
  ])
    assert.equal(mayLock(origin, []), false, origin);
});

test('what exists only in a local network may', () => {
  for (const origin of [
    ...['http://examen.lan:8080', 'http://examen', 'https://box.local', 'http://box.home.arpa'],
    ...['http://10.0.0.1', 'http://172.16.0.1', 'http://192.168.4.1:8080', 'http://169.254.1.1'],
    ...['http://127.0.0.1', 'http://[::1]:8080', 'http://[fe80::1]', 'http://[fd12:3456::1]'],
  ])
    assert.equal(mayLock(origin, []), true, origin);
});

test("a school's policy adds addresses, each with its scheme and port", () => {
  const boxes = ['https://examen.lycee.example'];
  assert.equal(mayLock('https://examen.lycee.example', boxes), true);
  assert.equal(mayLock('http://examen.lycee.example', boxes), false);
  assert.equal(mayLock('https://lycee.example', boxes), false);
});

test('only exact messages to the companion are heard', () => {
  const ping = { preau: 1, to: 'companion', type: 'ping' };
  assert.equal(readAsk(ping), 'ping');
  for (const data of [
    ...[undefined, null, 'ping', 1, [], {}, { ...ping, preau: 2 }, { ...ping, to: 'page' }],
    ...[
      { ...ping, type: 'pong' },
      { ...ping, type: 'toString' },
      { ...ping, type: ['ping'] },
    ],
  ])
    assert.equal(readAsk(data), null, JSON.stringify(data));
  assert.equal(readAsk(pong({ version: '1.0.0', locked: true })), null);
});

test("a candidate's page may lock, the companion's page may only ask, others nothing", () => {
  assert.equal(mayAsk('candidate', 'lock'), true);
  assert.equal(mayAsk('companion', 'ping'), true);
  assert.equal(mayAsk('companion', 'lock'), false);
  assert.equal(mayAsk('companion', 'unlock'), false);
  assert.equal(mayAsk('invigilator', 'ping'), false);
  assert.equal(mayAsk(null, 'ping'), false);
});

test('without a lock there is no rule; with one, the box alone goes through', () => {
  assert.deepEqual(rulesFor(null), []);
  const allowed = rulesFor(lock).filter(({ action }) => action.type === 'allow');
  assert.equal(allowed.length, 2);
  for (const { condition } of allowed) assert.deepEqual(condition.requestDomains, ['examen.lan']);
  const byNumber = rulesFor({ box: 'http://[fd00::1]:8080', since: noon });
  assert.deepEqual(byNumber.at(-1)?.condition.requestDomains, ['[fd00::1]']); // both want brackets
});

test('a tab may go on showing the box and what is empty, nothing else', () => {
  const own = 'chrome-extension://abc/';
  for (const url of [
    ...[
      '',
      'about:blank',
      'chrome://newtab/',
      'edge://newtab/',
      'about:newtab',
      `${own}state.html`,
    ],
    ...[`${box}/c/1/`, `blob:${box}/1`, 'http://examen.lan/'],
  ])
    assert.equal(mayShow(lock, url, own), true, url);
  for (const url of [
    ...['https://example.org/', 'file:///home/notes.txt', 'data:text/html,notes', 'about:config'],
    ...['chrome://extensions/', 'view-source:http://examen.lan/', 'blob:https://example.org/1'],
    ...['http://examen.lan.example/', 'chrome-extension://def/page.html', 'about:blankets'],
  ])
    assert.equal(mayShow(lock, url, own), false, url);
});
