// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { heldBy } from '../candidate/report/held.ts';
import { reasonsOf } from '../candidate/report/reasons.ts';
import { questionOf, simulator } from './questions.ts';

test('only what the question has can be wrong with it', () => {
  assert.deepEqual(reasonsOf(questionOf()), ['instruction', 'other']);
  const picture = { url: '', alternative: '', width: 1, height: 1 };
  const attachments = [{ url: '', name: 'releve.csv', bytes: 1 }];
  assert.deepEqual(reasonsOf(questionOf({ picture, attachments, simulator })), [
    'image',
    'simulator',
    'file',
    'instruction',
    'other',
  ]);
});

test('a lost contact and a missing lockdown are not said in front of the question', () => {
  assert.deepEqual(heldBy({ holds: [] }), []);
  assert.deepEqual(heldBy({ holds: ['contact', 'lockdown'] }), []);
});

test('a report is said before the pauses', () => {
  assert.deepEqual(heldBy({ holds: ['pause', 'room_pause', 'report'] }), [
    'report',
    'room_pause',
    'pause',
  ]);
});
