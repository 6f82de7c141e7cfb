// SPDX-License-Identifier: Apache-2.0
// What a station is, and what it remembers.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inTurn } from '../candidate/control/in_turn.ts';
import { browserOf } from '../candidate/model/browser.ts';
import { newestDraft } from '../candidate/model/draft.ts';
import { isHoldingAnswers } from '../candidate/model/held.ts';
import { afterOutcome, isOffline, newLink } from '../candidate/model/link.ts';
import {
  heardFrom,
  lockdownOf,
  noCompanion,
  pinged,
  wantedLock,
} from '../candidate/model/lockdown.ts';
import { filledIn, personalCode } from '../candidate/model/personal_code.ts';
import { measureOf, problemsOf, seatName, type Measures } from '../candidate/model/seat_check.ts';
import { seatLines, verdictOf } from '../candidate/model/seat_lines.ts';
import { examWarningsFor, minutesSaid } from '../candidate/model/time_warning.ts';
import type { View } from '../candidate/model/view.ts';

const version = (number: string, name: string) =>
  ({
    Chromium: `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${number}.0.0.0 Safari/537.36`,
    Edge: `Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${number}.0.0.0 Safari/537.36 Edg/${number}.0.1.2`,
    Firefox: `Mozilla/5.0 (X11; Linux x86_64; rv:${number}.0) Gecko/20100101 Firefox/${number}.0`,
    Safari: `Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/${number} Safari/605.1.15`,
  })[name]!;

test('a browser is fit from the version that the pages are made for', () => {
  const cases: [string, string, boolean][] = [
    ['Chromium', '108', false],
    ['Chromium', '109', true],
    ['Edge', '109', true],
    ['Firefox', '114', false],
    ['Firefox', '115', true],
    ['Safari', '15.5', false],
    ['Safari', '15.6', true],
    ['Safari', '16.0', true],
  ];
  for (const [name, number, fit] of cases) {
    const browser = browserOf(version(number, name));
    assert.deepEqual(browser, { name, version: number, fit });
  }
  assert.deepEqual(browserOf('Lynx/2.8'), { name: '', version: '', fit: true });
});

test('a personal code is six symbols, however they are typed', () => {
  for (const typed of ['ABC234', 'abc-234', ' abc 234 ', 'a.b.c.2.3.4'])
    assert.equal(personalCode(typed), 'ABC234', typed);
  for (const typed of ['', 'ABC23', 'ABC2345', 'ABC23é'])
    assert.equal(personalCode(typed), undefined);
});

test('an address fills in what it holds, and nothing else', () => {
  assert.deepEqual(filledIn('#123456'), { session: '123456', code: '' });
  assert.deepEqual(filledIn('#123456.abc234'), { session: '123456', code: 'ABC234' });
  assert.deepEqual(filledIn('#123456.abc'), { session: '123456', code: '' });
  for (const other of ['', '#', '#verification', '#.ABC234', '#<b>.ABC234'])
    assert.deepEqual(filledIn(other), { session: '', code: '' });
});

const measures: Measures = {
  browser: { name: 'Chromium', version: '109', fit: true },
  indexeddb: true,
  screen: { width: 1366, height: 768 },
  box: { skewMs: 400, latencyMs: 12 },
  lockdown: { kind: 'none', version: '' },
};

test('what is wrong with a station is named, and what only bothers does not stop a test', () => {
  assert.deepEqual(problemsOf(measures), []);
  assert.equal(verdictOf(seatLines(measures)), 'good');
  const poor: Measures = {
    ...measures,
    browser: { ...measures.browser, fit: false },
    indexeddb: false,
    screen: { width: 800, height: 600 },
    box: { skewMs: -61_000, latencyMs: 301 },
  };
  assert.deepEqual(problemsOf(poor), [
    'browser_old',
    'no_indexeddb',
    'screen_small',
    'clock_skew',
    'latency_high',
  ]);
  assert.equal(verdictOf(seatLines(poor)), 'bad');
  const small = { ...measures, screen: poor.screen, box: poor.box };
  assert.equal(verdictOf(seatLines(small)), 'remark');
  assert.equal(verdictOf(seatLines({ ...measures, box: null })), 'bad', 'no box');
});

test('the clock is judged by the fastest exchange, the network by the middle one', () => {
  const exchange = (sentMs: number, tripMs: number, boxMs: number) => ({ sentMs, tripMs, boxMs });
  const found = measureOf([
    exchange(1000, 900, 5000),
    exchange(2000, 10, 1005),
    exchange(3000, 40, 9000),
  ]);
  assert.deepEqual(found, { skewMs: 1000, latencyMs: 40 });
  assert.equal(measureOf([]), null);
});

test("a station's name is kept as typed, within reason", () => {
  assert.equal(seatName('  poste   12 '), 'poste 12');
  assert.equal(seatName('\u0007bell'), 'bell');
  assert.equal(seatName('x'.repeat(99)).length, 64);
  assert.equal(seatName('é'.repeat(99)).length, 32, 'as the box measures it: in bytes');
  assert.equal(seatName('🪑'.repeat(99)), '🪑'.repeat(16));
});

const pong = { preau: 1, from: 'companion', type: 'pong', version: '1.0.0', locked: false };

test('a companion is there from its first reply, and missed after three pings', () => {
  let companion = heardFrom(pinged(noCompanion), pong);
  assert.deepEqual(lockdownOf(companion, null), { kind: 'companion', version: '1.0.0' });
  for (let ping = 1; ping <= 3; ++ping) companion = pinged(companion);
  assert.equal(
    lockdownOf(companion, null).kind,
    'companion',
    'the third one may still be answered',
  );
  companion = pinged(companion);
  assert.deepEqual(lockdownOf(companion, null), { kind: 'none', version: '' });
  assert.equal(lockdownOf(heardFrom(companion, pong), null).kind, 'companion', 'it is back');
});

test('nothing but the reply of a companion is one', () => {
  const wrong = [
    null,
    'pong',
    7,
    [],
    { ...pong, preau: 2 },
    { ...pong, from: 'page' },
    { ...pong, type: 'ping' },
    { ...pong, version: 3 },
    { ...pong, version: '' },
  ];
  for (const message of wrong) assert.equal(heardFrom(noCompanion, message), noCompanion);
  assert.equal(heardFrom(noCompanion, { ...pong, version: 'x'.repeat(90) }).version?.length, 40);
});

test('Safe Exam Browser comes before the companion', () => {
  const companion = heardFrom(noCompanion, pong);
  assert.deepEqual(lockdownOf(companion, '3.10'), { kind: 'seb', version: '3.10' });
});

test('a station is locked during the test only, and free when nobody sits there', () => {
  assert.equal(wantedLock('in_test'), true);
  assert.equal(wantedLock('after'), false);
  assert.equal(wantedLock('nobody'), false);
  assert.equal(wantedLock('before'), null);
});

test('the newest draft fills the answer', () => {
  const here = { item: 'a', value: 'long text', told: 'long' };
  assert.equal(
    newestDraft(here, { item: 'a', value: 'long' }, 'a'),
    here,
    'typed since it was told',
  );
  assert.deepEqual(
    newestDraft(here, { item: 'a', value: 'other text' }, 'a'),
    { item: 'a', value: 'other text', told: 'other text' },
    'another station came after',
  );
  assert.equal(newestDraft(here, null, 'a'), here, 'the box has none');
  assert.deepEqual(newestDraft(null, { item: 'a', value: 'x' }, 'a'), {
    item: 'a',
    value: 'x',
    told: 'x',
  });
  assert.equal(newestDraft(here, { item: 'a', value: 'x' }, 'b'), null, 'another question');
});

test('who has extra time is told earlier, in proportion', () => {
  const minutes = (extra: number) => examWarningsFor(extra).map((ms) => ms / 60_000);
  assert.deepEqual(minutes(0), [60, 30, 15, 10, 5, 1]);
  assert.deepEqual(minutes(33), [80, 40, 20, 13, 7, 1]);
});

test('a warning that comes late says what is left', () => {
  assert.equal(minutesSaid(600_000, 599_400), 10);
  assert.equal(minutesSaid(600_000, 512_000), 10);
  assert.equal(minutesSaid(600_000, 370_000), 7);
});

test('answers wait while the test is held, not while the contact is lost', () => {
  const held = (holds: string[], phase = 'in_progress') =>
    isHoldingAnswers({ holds, phase } as View);
  assert.equal(held([]), false);
  assert.equal(held(['contact']), false);
  for (const hold of ['report', 'pause', 'room_pause', 'lockdown'])
    assert.equal(held(['contact', hold]), true, hold);
  assert.equal(held(['report'], 'finished'), false);
});

test('a box that holds the test is reached, one that is busy or silent is not', () => {
  const reply = (status: number) =>
    ({
      kind: 'unreachable',
      retryAfterMs: 0,
      problem: { status, code: 'paused', title: '' },
    }) as const;
  const twice = (status: number) =>
    afterOutcome(afterOutcome(newLink, reply(status), 1), reply(status), 2);
  assert.equal(isOffline(twice(423)), false);
  assert.equal(twice(423).lastContact, 2);
  assert.equal(isOffline(twice(503)), true);
});

test('two choices made at once are both kept, whatever the disk does', async () => {
  const enqueue = inTurn();
  let kept: Record<string, boolean> = {};
  const choose = (choice: Record<string, boolean>, diskMs: number) =>
    enqueue(async () => {
      const before = kept;
      await new Promise((resolve) => setTimeout(resolve, diskMs));
      kept = { ...before, ...choice };
    });
  const first = choose({ confirmed: true }, 2);
  const second = choose({ informed: true }, 0);
  await Promise.all([first, second]);
  assert.deepEqual(kept, { confirmed: true, informed: true });
});
