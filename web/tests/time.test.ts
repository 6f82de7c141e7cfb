// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { examWarnings, warningBetween } from '../candidate/model/time_warning.ts';
import { countdownFrom, frozenAt, remainingAt } from '../shared/time/countdown.ts';
import {
  dateInWords,
  durationInWords,
  shortDate,
  spanInWords,
  timeLeft,
} from '../shared/time/words.ts';

test('a countdown is as old as half of its trip, runs, and stops at zero', () => {
  const countdown = countdownFrom({ remaining_ms: 10_000, running: true }, 1000, 400);
  assert.equal(remainingAt(countdown, 1000), 9800);
  assert.equal(remainingAt(countdown, 4800), 6000);
  assert.equal(remainingAt(countdown, 99_000), 0);
});

test('a held clock does not move, and a cut freezes a running one', () => {
  assert.equal(remainingAt(countdownFrom({ remaining_ms: 5000, running: false }, 0), 60_000), 5000);
  const running = countdownFrom({ remaining_ms: 5000, running: true }, 0);
  assert.equal(remainingAt(frozenAt(running, 2000), 60_000), 3000);
});

test('a warning is given once, when its threshold is crossed', () => {
  const minutes = (n: number) => n * 60_000;
  const said = (before: number | null, now: number) => warningBetween(before, now, examWarnings);
  assert.equal(said(null, minutes(3)), undefined);
  assert.equal(said(minutes(60) + 500, minutes(60) - 500), minutes(60));
  assert.equal(said(minutes(60) - 500, minutes(59)), undefined);
  assert.equal(said(minutes(40), minutes(8)), minutes(10));
  assert.equal(said(minutes(4), minutes(20)), undefined);
});

test('times are written as people read them', () => {
  assert.equal(timeLeft(6_299_000), '1:44:59');
  assert.equal(timeLeft(59_001), '01:00');
  assert.equal(timeLeft(0), '00:00');
  assert.equal(durationInWords(105), '1\u00a0h\u00a045');
  assert.equal(durationInWords(120), '2\u00a0h');
  assert.equal(durationInWords(1), '1\u00a0minute');
  assert.equal(spanInWords(90), '1\u00a0min\u00a030');
  assert.equal(spanInWords(65), '1\u00a0min\u00a005');
  assert.equal(spanInWords(120), '2\u00a0minutes');
  assert.equal(spanInWords(10), '10\u00a0secondes');
  assert.equal(spanInWords(1), '1\u00a0seconde');
  assert.equal(dateInWords('2009-03-12'), '12 mars 2009');
  assert.equal(dateInWords('?'), '?');
  assert.equal(shortDate('2009-03-12'), '12/03/2009');
});
