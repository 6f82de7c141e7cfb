// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { requestOf } from '../invigilator/model/act.ts';
import { agoInWords } from '../invigilator/model/ago.ts';
import { alertsIn, newAlerts } from '../invigilator/model/alerts.ts';
import { abortReasonLines, openReports, withoutReason } from '../invigilator/model/closing.ts';
import { countOf, filtered } from '../invigilator/model/filters.ts';
import { Heard } from '../invigilator/model/heard.ts';
import { needsDescription } from '../invigilator/model/incidents.ts';
import { minutesFrom } from '../invigilator/model/minutes.ts';
import { newsIn, newsOf } from '../invigilator/model/news.ts';
import { mainDeed, otherDeeds } from '../invigilator/model/offered.ts';
import { inGroups, passwordFrom } from '../invigilator/model/password.ts';
import { likelyCategory } from '../invigilator/model/report.ts';
import { copyTrouble } from '../invigilator/model/second_copy.ts';
import { seatsInOrder, type Seat } from '../invigilator/model/seats.ts';
import type {
  AbortReason,
  Counts,
  Report,
  SessionView,
} from '../invigilator/model/session_view.ts';
import { roughTimeLeft } from '../invigilator/model/time_left.ts';
import { excess, oneLine } from '../invigilator/model/typed_text.ts';
import { byAlphabet, inOrder } from '../invigilator/model/urgency.ts';
import { sessionNumber } from '../shared/typed/session_number.ts';
import { card } from './cards.ts';

const report: Report = { number: 7, reason: 'image', kind: 'qcu', categories: ['E1', 'E11'] };

test('the most urgent come first, as the box sees it, then the alphabet', () => {
  const cards = [
    card(1, { last_name: 'Émile' }),
    card(2, { urgency: 5 }),
    card(3, { urgency: 0 }),
    card(4, { urgency: 0, last_name: 'Abadie' }),
    card(5, { last_name: 'Durand' }),
  ];
  assert.deepEqual(
    inOrder(byAlphabet(cards)).map((one) => one.number),
    [4, 3, 2, 5, 1],
  );
});

test('filters count and find by name without accents, or by seat', () => {
  const cards = [
    card(1, { last_name: 'Lefèvre', seat: '12' }),
    card(2, { phase: 'present', urgency: 4, seat: '1' }),
    card(3, { phase: 'authorised' }),
    card(4, { phase: 'in_progress' }),
  ];
  const found = (search: string) => filtered(cards, 'all', search).map((one) => one.number);
  assert.equal(countOf(cards, 'all'), 4);
  assert.equal(countOf(cards, 'attention'), 1);
  assert.equal(countOf(cards, 'ready'), 2);
  assert.equal(countOf(cards, 'finished'), 0);
  assert.deepEqual(found('LEFEV'), [1]);
  assert.deepEqual(found('12'), [1]);
  assert.deepEqual(found('1'), [2], 'a seat is wanted whole');
  assert.deepEqual(filtered(cards, 'running', 'lefev'), []);
});

test('a report comes before anything else, and nothing is ever offered twice', () => {
  const all = card(1, {
    phase: 'in_progress',
    flags: ['interruption', 'deadline_passed', 'resume_requested', 'lockdown_missing', 'report'],
    report,
  });
  assert.equal(mainDeed(all), 'report');
  assert.deepEqual(otherDeeds(all), [
    'resume',
    'lockdown',
    'time',
    'pause',
    'release',
    'incident',
    'end',
  ]);
  const order = ['report', 'lockdown', 'resume', 'end', 'grant'];
  const flags = [...all.flags].reverse();
  assert.deepEqual(
    flags.map((_, place) => mainDeed({ ...all, flags: flags.slice(place) })),
    order,
  );
});

test('a card offers what its phase allows', () => {
  assert.equal(mainDeed(card(1)), null);
  assert.deepEqual(otherDeeds(card(1)), ['incident']);
  assert.equal(mainDeed(card(1, { phase: 'present' })), 'confirm');
  assert.deepEqual(otherDeeds(card(1, { phase: 'present' })), ['release', 'incident']);
  assert.equal(mainDeed(card(1, { phase: 'authorised' })), null);
  assert.deepEqual(otherDeeds(card(1, { phase: 'authorised' })), [
    'confirm_again',
    'cancel',
    'release',
    'incident',
  ]);
  assert.equal(mainDeed(card(1, { phase: 'in_progress', flags: ['paused'] })), 'continue');
  assert.equal(
    mainDeed(card(1, { phase: 'finished', flags: ['resume_requested'] })),
    null,
    'nothing is awaited of a test that is over',
  );
});

test('each act is one request', () => {
  assert.deepEqual(requestOf({ kind: 'presence', candidate: 7, present: true }), {
    method: 'PUT',
    path: '/invigilation/candidates/7/presence',
    body: { present: true },
  });
  assert.deepEqual(requestOf({ kind: 'report', candidate: 7, accept: false, category: '' }), {
    method: 'POST',
    path: '/invigilation/candidates/7/report',
    body: { accept: false, category: '' },
  });
  assert.deepEqual(requestOf({ kind: 'all_time', minutes: 5, reason: 'Panne' }), {
    method: 'POST',
    path: '/invigilation/time',
    body: { minutes: 5, reason: 'Panne' },
  });
  assert.deepEqual(requestOf({ kind: 'all_pause', paused: true }), {
    method: 'PUT',
    path: '/invigilation/pause',
    body: { paused: true },
  });
  assert.deepEqual(requestOf({ kind: 'without_copy' }), {
    method: 'POST',
    path: '/invigilation/second-copy',
    body: {},
  });
});

test('the second copy is spoken of when answers wait for it or when it is lost', () => {
  const attached = { state: 'attached', reason: null, required: true, waived: false } as const;
  const lost = { ...attached, state: 'lost', reason: 'full' } as const;
  assert.equal(copyTrouble(attached, false), null);
  assert.equal(copyTrouble({ ...attached, state: 'unknown', required: false }, false), null);
  assert.deepEqual(copyTrouble(lost, false), { kind: 'waiting', reason: 'full' });
  assert.deepEqual(copyTrouble({ ...attached, state: 'unknown' }, false), {
    kind: 'waiting',
    reason: null,
  });
  assert.deepEqual(copyTrouble({ ...lost, waived: true }, false), {
    kind: 'alone',
    reason: 'full',
    waived: true,
  });
  assert.deepEqual(copyTrouble({ ...lost, required: false }, false), {
    kind: 'alone',
    reason: 'full',
    waived: false,
  });
  assert.equal(copyTrouble(lost, true), null);
});

test('only what stops somebody rings, once, and the same alert keeps its name', () => {
  const asking = card(3, { urgency: 0, phase: 'in_progress', flags: ['report'], report });
  const waiting = card(4, { urgency: 4, phase: 'present' });
  const silent = card(5, { urgency: 5, phase: 'in_progress', flags: ['silent', 'offline'] });
  const before = alertsIn([asking, waiting, silent]);
  assert.equal(before.size, 1);
  assert.deepEqual(newAlerts(before, alertsIn([asking])), []);
  const twice = { ...asking, flags: [...asking.flags, 'resume_requested' as const] };
  assert.equal(newAlerts(before, alertsIn([twice])).length, 1);
  const next = { ...asking, report: { ...report, number: 8 } };
  assert.equal(newAlerts(before, alertsIn([next])).length, 1, 'another question, another alert');
  assert.equal(alertsIn([{ ...asking, urgency: null }]).size, 0);
});

test('a reason given as the test was ended is kept, and one chosen later wins', () => {
  const cards = [
    card(1, { phase: 'in_progress', needs_abort_reason: true }),
    card(2, { phase: 'finished', needs_abort_reason: true }),
    card(3, { phase: 'finished', finish_reason: 'completed' }),
    card(4, { phase: 'finished', needs_abort_reason: true, abort_reason: 'candidate' }),
    card(5, { phase: 'finished', needs_abort_reason: true, abort_reason: 'candidate' }),
  ];
  const chosen = new Map<number, AbortReason>([
    [1, 'technical'],
    [3, 'candidate'],
    [5, 'technical'],
  ]);
  assert.deepEqual(
    withoutReason(cards, chosen).map((one) => one.number),
    [2],
  );
  assert.deepEqual(abortReasonLines(cards, chosen), [
    { candidate: 1, reason: 'technical' },
    { candidate: 4, reason: 'candidate' },
    { candidate: 5, reason: 'technical' },
  ]);
});

test('open reports are found, whatever the phase', () => {
  const cards = [card(1), card(2, { report }), card(3, { phase: 'finished' })];
  assert.deepEqual(
    openReports(cards).map((one) => one.number),
    [2],
  );
});

test("the candidate's own words choose a category only when they leave no doubt", () => {
  assert.equal(likelyCategory(report), 'E1');
  assert.equal(likelyCategory({ ...report, categories: ['E11'] }), undefined);
  assert.equal(likelyCategory({ ...report, reason: 'other' }), undefined);
});

test('only a suspicion of fraud may stand without a description', () => {
  assert.equal(needsDescription('C6'), false);
  for (const category of ['C1', 'C2', 'C4', 'C7', 'C8'] as const)
    assert.equal(needsDescription(category), true, category);
});

test('minutes are whole, from 1 to 60', () => {
  for (const typed of ['', '0', '61', '-5', '1.5', '1e1', 'dix', '100'])
    assert.equal(minutesFrom(typed), undefined, typed);
  assert.equal(minutesFrom(' 7 '), 7);
  assert.equal(minutesFrom('60'), 60);
});

test('a text leaves on one line, and is too long by what the box would not take', () => {
  assert.equal(oneLine('  Gardez\n le\tcalme. '), 'Gardez le calme.');
  assert.equal(oneLine('\n'), '');
  assert.equal(excess('été', 5), 0);
  assert.equal(excess('e\u0301te\u0301\n', 4), 1, 'as it leaves: composed, without the line');
});

test('a password is taken however it is spaced, with its capitals', () => {
  for (const typed of ['bCd2!4', ' bCd 2!4 ', 'bCd\u00a02!4'])
    assert.equal(passwordFrom(typed), 'bCd2!4', typed);
  assert.equal(inGroups('bCd2!4'), 'bCd 2!4');
  assert.equal(inGroups('bCd2'), 'bCd 2');
  assert.equal(inGroups('bCd'), 'bCd');
});

test('stations with a problem come first, the others by seat', () => {
  const seat = (name: string, ...problems: Seat['problems']) =>
    ({ seat: name, problems }) as unknown as Seat;
  const seats = [seat('10'), seat('2'), seat('11', 'latency_high'), seat('3', 'screen_small')];
  assert.deepEqual(
    seatsInOrder(seats).map((one) => one.seat),
    ['3', '11', '2', '10'],
  );
});

test('a silence is told coarsely, never cut at the end of a line, and not at all while it is none', () => {
  assert.equal(agoInWords(7999), undefined);
  assert.equal(agoInWords(8000), '5\u00a0s');
  assert.equal(agoInWords(59_999), '55\u00a0s');
  assert.equal(agoInWords(60_000), '1\u00a0min');
  assert.equal(agoInWords(3_900_000), '1\u00a0h\u00a005');
});

test('on the grid the time left is told in minutes, and to the second at the end', () => {
  assert.equal(roughTimeLeft(4_719_000), '1\u00a0h\u00a018');
  assert.equal(roughTimeLeft(3_600_000), '1\u00a0h\u00a000');
  assert.equal(roughTimeLeft(3_599_000), '59\u00a0min');
  assert.equal(roughTimeLeft(600_000), '10\u00a0min');
  assert.equal(roughTimeLeft(599_000), '09:59');
});

test('a session number is accepted as it is read aloud or printed', () => {
  for (const typed of ['123456', ' 123 456 ', 'C-123456', 'c123456'])
    assert.equal(sessionNumber(typed), '123456', typed);
  assert.equal(sessionNumber('1234567890'), '1234567890');
  for (const typed of ['', 'abc', 'C-', '12-34', '012', '12345678901'])
    assert.equal(sessionNumber(typed), undefined, typed);
});

test('the box pushes sessions, cards, counts, seats and silences, and later boxes may push more', () => {
  const counts = { enrolled: 24, present: 1 } as Counts;
  const pushed = (name: string, data: unknown) => newsIn({ name, data: JSON.stringify(data) });
  assert.deepEqual(pushed('counts', { counts }), { of: 'counts', counts });
  assert.deepEqual(pushed('candidate', card(7)), { of: 'candidate', card: card(7) });
  const seats = { ready: 18, attention: 2 };
  assert.deepEqual(pushed('seats', { seats }), { of: 'seats', seats });
  assert.deepEqual(pushed('seen', { seen: [[1, 250]] }), { of: 'seen', seen: [[1, 250]] });
  assert.deepEqual(pushed('session', { counts }), { of: 'session', view: { counts } });
  assert.equal(pushed('weather', {}), undefined);
});

test('the reply to an act is news of the candidate, or of the whole room', () => {
  assert.equal(newsOf(card(7)).of, 'candidate');
  assert.equal(newsOf({ candidates: [] } as unknown as SessionView).of, 'session');
});

test('what the stream told of a candidate or of the session is counted, and nothing else', () => {
  const heard = new Heard();
  heard.take({ of: 'candidate', card: card(1) });
  heard.take({ of: 'counts', counts: {} as Counts });
  heard.take({ of: 'seen', seen: [[2, 0]] });
  assert.deepEqual([heard.ofCandidate(1), heard.ofCandidate(2), heard.ofAnyone()], [1, 0, 1]);
  heard.take({ of: 'session', view: {} as SessionView });
  assert.deepEqual([heard.ofCandidate(1), heard.ofCandidate(2), heard.ofAnyone()], [2, 1, 2]);
});
