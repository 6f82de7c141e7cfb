// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actsFor } from '../invigilator/model/acts.ts';
import { abortReasonLines, withoutReason, type AbortReason } from '../invigilator/model/closing.ts';
import { countOf, filtered } from '../invigilator/model/filters.ts';
import { sessionNumber } from '../shared/typed/session_number.ts';
import { Heard } from '../invigilator/model/heard.ts';
import { newsIn } from '../invigilator/model/news.ts';
import type { Card, SessionView } from '../invigilator/model/session_view.ts';
import { inOrder } from '../invigilator/model/urgency.ts';

const card = (number: number, change: Partial<Card> = {}): Card => ({
  number,
  last_name: 'Petit',
  first_name: 'Zoé',
  birthdate: '2009-03-12',
  group: '3e B',
  extra_time_percent: 0,
  phase: 'absent',
  flags: [],
  answered: 0,
  question_count: 32,
  clock: null,
  started_at: null,
  seen_ms: null,
  finish_reason: null,
  needs_abort_reason: false,
  ...change,
});

test('those who wait for the invigilator come first, then the alphabet', () => {
  const cards = [
    card(1, { last_name: 'Émile' }),
    card(2, { phase: 'in_progress', flags: ['offline'] }),
    card(3, { phase: 'in_progress', flags: ['deadline_passed', 'offline'] }),
    card(4, { phase: 'present' }),
    card(5, { phase: 'in_progress', flags: ['offline', 'resume_requested'] }),
    card(6, { last_name: 'Durand' }),
    card(7, {
      last_name: 'Faure',
      phase: 'finished',
      flags: ['resume_requested', 'deadline_passed'],
    }),
  ];
  assert.deepEqual(
    inOrder(cards).map((one) => one.number),
    [5, 4, 3, 2, 6, 1, 7],
  );
});

test('filters count and find by name without accents', () => {
  const cards = [
    card(1, { last_name: 'Lefèvre' }),
    card(2, { phase: 'present' }),
    card(3, { phase: 'authorised' }),
    card(4, { phase: 'in_progress' }),
  ];
  assert.equal(countOf(cards, 'all'), 4);
  assert.equal(countOf(cards, 'attention'), 1);
  assert.equal(countOf(cards, 'ready'), 2);
  assert.equal(countOf(cards, 'finished'), 0);
  assert.deepEqual(
    filtered(cards, 'all', 'LEFEV').map((one) => one.number),
    [1],
  );
  assert.deepEqual(filtered(cards, 'running', 'lefev'), []);
});

test('a card offers what it waits for, and a resume request never hides the rest', () => {
  assert.deepEqual(actsFor(card(1)), { main: null, others: [] });
  assert.deepEqual(actsFor(card(1, { phase: 'present' })), { main: 'confirm', others: [] });
  assert.deepEqual(actsFor(card(1, { phase: 'authorised' })), {
    main: null,
    others: ['cancel', 'confirm_again'],
  });
  assert.deepEqual(actsFor(card(1, { phase: 'in_progress' })), { main: null, others: ['end'] });
  assert.deepEqual(actsFor(card(1, { phase: 'in_progress', flags: ['deadline_passed'] })), {
    main: 'end',
    others: [],
  });
  const asking = card(1, { phase: 'in_progress', flags: ['deadline_passed', 'resume_requested'] });
  assert.deepEqual(actsFor(asking), { main: 'resume', others: ['end'] });
  assert.deepEqual(actsFor(card(1, { phase: 'finished', flags: ['resume_requested'] })), {
    main: null,
    others: [],
  });
});

test('every test that stopped early needs a reason, and only those send one', () => {
  const cards = [
    card(1, { phase: 'in_progress', needs_abort_reason: true }),
    card(2, { phase: 'finished', needs_abort_reason: true }),
    card(3, { phase: 'finished', finish_reason: 'completed' }),
  ];
  const reasons = new Map<number, AbortReason>([
    [1, 'technical'],
    [3, 'candidate'],
  ]);
  assert.deepEqual(
    withoutReason(cards, reasons).map((one) => one.number),
    [2],
  );
  assert.deepEqual(abortReasonLines(cards, reasons), [{ candidate: 1, reason: 'technical' }]);
});

test('a session number is accepted as it is read aloud or printed', () => {
  for (const typed of ['123456', ' 123 456 ', 'C-123456', 'c123456'])
    assert.equal(sessionNumber(typed), '123456', typed);
  assert.equal(sessionNumber('1234567890'), '1234567890');
  for (const typed of ['', 'abc', 'C-', '12-34', '012', '12345678901'])
    assert.equal(sessionNumber(typed), undefined, typed);
});

test('the box pushes sessions, cards, counts and silences, and later boxes may push more', () => {
  const counts = { enrolled: 24, present: 1, authorised: 2, in_progress: 3, finished: 4 };
  const pushed = (name: string, data: unknown) => newsIn({ name, data: JSON.stringify(data) });
  assert.deepEqual(pushed('counts', { counts }), { of: 'counts', counts });
  assert.deepEqual(pushed('candidate', card(7)), { of: 'candidate', card: card(7) });
  assert.deepEqual(pushed('seen', { seen: [[1, 250]] }), { of: 'seen', seen: [[1, 250]] });
  assert.deepEqual(pushed('session', { counts }), { of: 'session', view: { counts } });
  assert.equal(pushed('weather', {}), undefined);
});

test('what the stream told of a candidate or of the session is counted, and nothing else', () => {
  const heard = new Heard();
  const counts = { enrolled: 1, present: 0, authorised: 0, in_progress: 0, finished: 0 };
  heard.take({ of: 'candidate', card: card(1) });
  heard.take({ of: 'counts', counts });
  heard.take({ of: 'seen', seen: [[2, 0]] });
  assert.deepEqual([heard.ofCandidate(1), heard.ofCandidate(2), heard.ofAnyone()], [1, 0, 1]);
  heard.take({ of: 'session', view: {} as SessionView });
  assert.deepEqual([heard.ofCandidate(1), heard.ofCandidate(2), heard.ofAnyone()], [2, 1, 2]);
});
