// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { announcementBetween, badgeOf, type SavingState } from '../candidate/model/badge.ts';
import { isoDate, pastedDate } from '../candidate/model/birthdate.ts';
import { emptyForm, readCode, readIdentity } from '../candidate/model/join_form.ts';
import { isOffline, missed, newLink, reached } from '../candidate/model/link.ts';
import { isNewer } from '../candidate/model/newer.ts';
import { screenOf, type Situation } from '../candidate/model/screen.ts';
import type { View } from '../candidate/model/view.ts';
import { questionOf } from './questions.ts';

const question = questionOf({ number: 3 });

const view = (change: Partial<View> = {}): View => ({
  way: 'identity',
  seat: '',
  added_ms: 0,
  holds: [],
  report: null,
  settled_report: null,
  message: null,
  display: null,
  draft: null,
  lockdown: { kind: 'none', version: '', policy: 'none', waived: false, missing: false },
  copies: 'box',
  receipt: null,
  candidate: {
    number: 1,
    last_name: 'Petit',
    first_name: 'Zoé',
    birthdate: '2009-03-12',
    group: '3e B',
    extra_time_percent: 0,
    duration_minutes: 105,
  },
  session: {
    number: '123456',
    site: '',
    room: '',
    date: '',
    question_count: 32,
    minimum_answers: 20,
  },
  access: 'granted',
  phase: 'present',
  answered: 0,
  question: null,
  clock: null,
  deadline_passed: false,
  finish_reason: null,
  ...change,
});

const situation = (change: Partial<Situation> = {}): Situation => ({
  restored: true,
  otherTab: false,
  hasToken: true,
  elsewhere: false,
  view: view(),
  identityConfirmed: true,
  rulesAccepted: true,
  pending: [],
  ...change,
});

test('each situation has its one screen', () => {
  const unlocked = { ...view().lockdown, policy: 'any' as const, missing: true };
  const inTest = view({ phase: 'in_progress', question });
  const cases: [Partial<Situation>, string][] = [
    [{ restored: false }, 'loading'],
    [{ hasToken: false, view: null }, 'join'],
    [{ view: null }, 'loading'],
    [{ elsewhere: true }, 'elsewhere'],
    [{ otherTab: true, hasToken: false, view: null }, 'other_tab'],
    [{ otherTab: true, elsewhere: true }, 'other_tab'],
    [{ identityConfirmed: false }, 'identity'],
    [{ view: view({ access: 'waiting' }) }, 'takeover'],
    [{ rulesAccepted: false }, 'information'],
    [{}, 'waiting'],
    [{ view: view({ phase: 'authorised' }) }, 'code'],
    [{ view: view({ phase: 'authorised' }), rulesAccepted: false }, 'information'],
    [{ view: inTest }, 'question'],
    [{ view: inTest, rulesAccepted: false }, 'question'],
    [{ view: inTest, pending: [3] }, 'sending'],
    [{ view: view({ phase: 'authorised', lockdown: unlocked }) }, 'lockdown'],
    [{ view: view({ phase: 'present', lockdown: unlocked }) }, 'waiting'],
    [{ view: { ...inTest, lockdown: unlocked } }, 'lockdown'],
    [{ view: view({ phase: 'finished', lockdown: unlocked }) }, 'finished'],
    [{ view: view({ phase: 'in_progress' }) }, 'sending'],
    [{ view: view({ phase: 'finished' }), hasToken: false }, 'finished'],
    [{ view: view({ phase: 'finished' }), pending: [32] }, 'finished'],
  ];
  for (const [change, screen] of cases)
    assert.equal(screenOf(situation(change)), screen, JSON.stringify(change));
});

const past = new Set(['before']);

test('a view overtaken on its way is ignored', () => {
  const now = view({ phase: 'in_progress', answered: 5 });
  assert.equal(isNewer(view({ phase: 'in_progress', answered: 4 }), now, past), false);
  assert.equal(isNewer(view({ phase: 'in_progress', answered: 5 }), now, past), true);
  assert.equal(
    isNewer(
      view({ phase: 'in_progress', answered: 5 }),
      view({ phase: 'finished', answered: 5 }),
      past,
    ),
    false,
  );
  assert.equal(isNewer(view({ candidate: { ...now.candidate, number: 2 } }), now, past), true);
  assert.equal(isNewer(view(), null, past), true);
});

test('a question that was opened, or left, is not taken for one that was not yet', () => {
  const seen = (change: object) =>
    view({ phase: 'in_progress', answered: 2, question: questionOf({ focus: true, ...change }) });
  const closed = seen({ opened: false });
  assert.equal(isNewer(closed, seen({}), past), false);
  assert.equal(isNewer(seen({}), closed, past), true);
  assert.equal(isNewer(seen({}), seen({ focus_lost: true }), past), false);
  assert.equal(isNewer(seen({ focus_lost: true }), seen({}), past), true);
  assert.equal(
    isNewer(seen({ item: 'other', opened: false }), seen({}), past),
    true,
    'another one',
  );
});

test('a question that was answered or replaced is never asked again', () => {
  const asked = (item: string) =>
    view({ phase: 'in_progress', answered: 2, question: questionOf({ item }) });
  assert.equal(isNewer(asked('before'), asked('now'), past), false);
  assert.equal(isNewer(asked('next'), asked('now'), past), true, 'replaced, with the same number');
});

test('a birth date must exist', () => {
  assert.equal(isoDate({ day: '1', month: '3', year: '2009' }), '2009-03-01');
  assert.equal(isoDate({ day: '30', month: '2', year: '2009' }), undefined);
  assert.equal(isoDate({ day: '29', month: '2', year: '2008' }), '2008-02-29');
  assert.equal(isoDate({ day: '1', month: '13', year: '2009' }), undefined);
  assert.equal(isoDate({ day: '1', month: '3', year: '09' }), undefined);
  assert.equal(isoDate({ day: '', month: '', year: '' }), undefined);
});

test('a pasted date fills the three fields', () => {
  const parts = { day: '12', month: '03', year: '2009' };
  for (const text of ['12/03/2009', ' 12 03 2009', '12-03-2009', '12.03.2009', '2009-03-12'])
    assert.deepEqual(pastedDate(text), parts, text);
  assert.equal(pastedDate('12'), undefined);
});

test('a join form names every field to correct, in order', () => {
  assert.deepEqual(readIdentity(emptyForm), {
    wrong: ['session', 'last_name', 'first_name', 'birthdate'],
  });
  assert.deepEqual(
    readIdentity({
      ...emptyForm,
      session: 'abc',
      last_name: 'A',
      first_name: 'B',
      day: '1',
      month: '1',
      year: '2009',
    }),
    {
      wrong: ['session'],
    },
  );
  assert.deepEqual(
    readIdentity({
      ...emptyForm,
      session: ' 123 456 ',
      last_name: ' Petit ',
      first_name: 'Zoé',
      day: '12',
      month: '3',
      year: '2009',
    }),
    {
      request: {
        session: '123456',
        last_name: 'Petit',
        first_name: 'Zoé',
        birthdate: '2009-03-12',
      },
    },
  );
});

test('a personal code is enough, with the session', () => {
  const form = { ...emptyForm, session: 'C-123456', code: 'abc 234' };
  assert.deepEqual(readCode(form), { request: { session: '123456', code: 'ABC234' } });
  assert.deepEqual(readCode({ ...form, code: 'ABC23' }), { wrong: ['code'] });
  assert.deepEqual(readCode(emptyForm), { wrong: ['session', 'code'] });
});

test('the badge never says saved while an answer is only here', () => {
  const state: SavingState = {
    answered: 4,
    savedAt: 1000,
    copies: 'box',
    pending: 1,
    failing: false,
    held: false,
    broken: false,
  };
  assert.deepEqual(badgeOf(state), { kind: 'sending' });
  assert.deepEqual(badgeOf({ ...state, failing: true }), { kind: 'kept', count: 1 });
  assert.deepEqual(badgeOf({ ...state, pending: 0 }), {
    kind: 'saved',
    at: 1000,
    copies: 'box',
  });
  assert.deepEqual(badgeOf({ ...state, pending: 0, savedAt: null }), {
    kind: 'ready',
    answered: 4,
  });
  assert.deepEqual(badgeOf({ ...state, broken: true }), { kind: 'error' });
  assert.deepEqual(badgeOf({ ...state, held: true }), { kind: 'held', count: 1 });
  assert.deepEqual(badgeOf({ ...state, held: true, failing: true }), { kind: 'kept', count: 1 });
});

test('screen readers hear of trouble and of its end, not of each answer', () => {
  const sending = { kind: 'sending' } as const;
  const saved = { kind: 'saved', at: 1, copies: 'box' } as const;
  const kept = { kind: 'kept', count: 1 } as const;
  let said = announcementBetween(null, sending);
  assert.equal(said, null);
  said = announcementBetween(said, saved);
  assert.equal(said, null);
  said = announcementBetween(said, kept);
  assert.equal(said, 'kept');
  said = announcementBetween(said, sending);
  assert.equal(said, 'kept');
  said = announcementBetween(said, saved);
  assert.equal(said, 'saved_again');
  assert.equal(announcementBetween(said, { kind: 'error' }), 'error');
});

test('one lost request is not a cut, two in a row are', () => {
  const once = missed(reached(10));
  assert.equal(isOffline(once), false);
  assert.equal(isOffline(missed(once)), true);
  assert.equal(missed(once).lastContact, 10);
  assert.equal(isOffline(missed(missed(newLink))), true);
});
