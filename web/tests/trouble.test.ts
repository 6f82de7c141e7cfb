// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { troubleOf } from '../shared/api/trouble.ts';

const unreachable = 'Le boîtier ne répond pas.';
const problem = { status: 429, code: 'too_many_requests', title: 'Réessayez dans 60 s.' };

test('a box that is busy is quoted: it says how long to wait', () => {
  const outcome = { kind: 'unreachable', retryAfterMs: 60_000, problem } as const;
  assert.equal(troubleOf(outcome, unreachable)?.title, problem.title);
});

test('a box that cannot be reached is said to be so', () => {
  assert.equal(
    troubleOf({ kind: 'unreachable', retryAfterMs: 0 }, unreachable)?.title,
    unreachable,
  );
});

test('a refusal keeps its field, and what went well is no trouble', () => {
  const refused = { kind: 'refused', problem: { ...problem, field: 'password' } } as const;
  assert.equal(troubleOf(refused, unreachable)?.field, 'password');
  assert.equal(troubleOf({ kind: 'ok', body: 1, tripMs: 1 }, unreachable), undefined);
});
