// SPDX-License-Identifier: Apache-2.0
// Timed questions, focus mode, and what insists until the box replies.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { insist } from '../candidate/control/insist.ts';
import { looked, present } from '../candidate/model/presence.ts';
import { questionClockOf, questionTimeLeft } from '../candidate/model/question_clock.ts';
import { questionWarnings, warningBetween } from '../candidate/model/time_warning.ts';
import type { View } from '../candidate/model/view.ts';
import type { Outcome } from '../shared/api/outcome.ts';
import { questionOf } from './questions.ts';

const viewWith = (timer_remaining_ms: number | null, remaining_ms = 600_000) =>
  ({
    question: questionOf({ timer_seconds: 90, timer_remaining_ms }),
    clock: { remaining_ms, running: true },
  }) as View;

test("a question's time runs, stops and comes back with the exam's", () => {
  const clock = questionClockOf(viewWith(90_000))!;
  assert.equal(questionTimeLeft(clock, 600_000), 90_000);
  assert.equal(questionTimeLeft(clock, 540_000), 30_000);
  assert.equal(questionTimeLeft(clock, 500_000), 0);
  assert.equal(questionTimeLeft(clock, 550_000), 40_000, 'a cut was given back');
  const late = questionClockOf(viewWith(90_000, 20_000))!;
  assert.equal(questionTimeLeft(late, 0), 70_000, 'longer than what is left of the exam');
});

test('a question that is not timed or not opened has no clock', () => {
  assert.equal(questionClockOf(viewWith(null)), null);
  assert.equal(questionClockOf({ ...viewWith(1), question: null }), null);
});

test('the end of a question is announced a minute before, then closer, then when it comes', () => {
  const said = (before: number, now: number) => warningBetween(before, now, questionWarnings);
  assert.equal(said(60_500, 59_500), 60_000);
  assert.equal(said(31_000, 30_000), 30_000);
  assert.equal(said(10_400, 9400), 10_000);
  assert.equal(said(400, 0), 0);
  assert.equal(said(0, 0), undefined);
});

test('less than a second away from the page never counts, more counts once', () => {
  const walk = (steps: [away: boolean, at: number][]) =>
    steps.reduce((presence, [away, at]) => looked(presence, away, at), present).lost;
  const slip: [boolean, number][] = [
    [true, 0],
    [true, 990],
    [false, 995],
    [true, 1100],
    [false, 1900],
  ];
  assert.equal(walk(slip), false);
  const away: [boolean, number][] = [
    [true, 0],
    [true, 1000],
  ];
  assert.equal(walk(away), true);
  const asleep: [boolean, number][] = [
    [true, 0],
    [false, 60_000],
  ];
  assert.equal(walk(asleep), true, 'a page in the background may look late');
  assert.equal(walk([...away, [false, 2000]]), true, 'coming back does not undo it');
});

test('what the box must know is asked until it replies, and no longer than it is wanted', async () => {
  const lost: Outcome<string> = { kind: 'unreachable', retryAfterMs: 0 };
  const busy: Outcome<string> = { kind: 'unreachable', retryAfterMs: 7000 };
  const replies: Outcome<string>[] = [lost, busy, { kind: 'ok', body: 'view', tripMs: 1 }];
  const pauses: number[] = [];
  let misses = 0;
  const insisting = {
    wanted: () => true,
    missed: () => void ++misses,
    pause: async (ms: number) => void pauses.push(ms),
    chance: () => 0,
  };
  const outcome = await insist(async () => replies.shift()!, insisting);
  assert.equal(outcome?.kind, 'ok');
  assert.deepEqual(pauses, [250, 7000]);
  assert.equal(misses, 2);
  assert.equal(
    await insist(async () => lost, { ...insisting, wanted: () => misses < 5 }),
    undefined,
  );
});
