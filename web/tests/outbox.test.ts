// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Outbox, type Entry, type OutboxState, type Shelf } from '../candidate/outbox/outbox.ts';
import type { Outcome } from '../shared/api/outcome.ts';

const lost: Outcome<string> = { kind: 'unreachable', retryAfterMs: 0 };
const saved: Outcome<string> = { kind: 'ok', body: 'reply', tripMs: 1 };
const refused = (status: number, code: string): Outcome<string> => ({
  kind: 'refused',
  problem: { status, code, title: 'non' },
});

const entry = (number: number, attempt = 's/1'): Entry => ({
  id: `id${number}`,
  attempt,
  number,
  item: `item${number}`,
  value: '1',
});

/** Around an outbox: a shelf in memory, replies given in advance, a clock moved by hand. */
function world(replies: Outcome<string>[], kept: Entry[] = []) {
  const shelf = new Map(kept.map((one) => [one.id, one]));
  const sent: string[] = [];
  const settled: string[] = [];
  const pauses: { ms: number; act: () => void }[] = [];
  let state: OutboxState = { entries: [], failing: false };
  const box: Shelf = {
    all: async () => [...shelf.values()],
    put: async (one) => void shelf.set(one.id, one),
    remove: async (id) => void shelf.delete(id),
  };
  const outbox = new Outbox<string>({
    shelf: box,
    send: async (one) => {
      assert.ok(shelf.has(one.id), 'sent before it was kept');
      sent.push(one.id);
      return replies.shift() ?? lost;
    },
    later: (ms, act) => {
      pauses.push({ ms, act });
      return () => undefined;
    },
    chance: () => 0,
    changed: (now) => (state = now),
    settled: (verdict, one) => settled.push(`${one.id} ${verdict}`),
  });
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return { outbox, shelf, sent, settled, pauses, box, settle, state: () => state };
}

test('an answer that the station cannot keep is not sent', async () => {
  const w = world([saved]);
  w.box.put = () => Promise.reject(new Error('disk'));
  w.outbox.setOpen(true);
  await assert.rejects(w.outbox.add(entry(1)));
  await w.settle();
  assert.deepEqual(w.sent, []);
  assert.equal(w.state().entries.length, 0);
});

test('a lost reply keeps the answer and tries the same id again', async () => {
  const w = world([lost, lost, saved]);
  w.outbox.setOpen(true);
  await w.outbox.add(entry(1));
  await w.settle();
  assert.equal(w.state().failing, true);
  assert.equal(w.shelf.size, 1);
  w.pauses[0]!.act();
  await w.settle();
  w.pauses[1]!.act();
  await w.settle();
  assert.deepEqual(w.sent, ['id1', 'id1', 'id1']);
  assert.deepEqual(w.settled, ['id1 saved']);
  assert.equal(w.shelf.size, 0);
  assert.equal(w.state().failing, false);
});

test('the pause grows from 250 ms to 5 s and obeys Retry-After', async () => {
  const busy: Outcome<string> = { kind: 'unreachable', retryAfterMs: 9000 };
  const w = world([lost, lost, lost, lost, lost, lost, busy]);
  w.outbox.setOpen(true);
  await w.outbox.add(entry(1));
  for (let i = 0; i < 7; i += 1) {
    await w.settle();
    w.pauses[i]!.act();
  }
  assert.deepEqual(
    w.pauses.slice(0, 7).map((pause) => pause.ms),
    [250, 500, 1000, 2000, 4000, 5000, 9000],
  );
});

test('a double click leaves one answer', async () => {
  const w = world([]);
  await Promise.all([w.outbox.add(entry(1)), w.outbox.add({ ...entry(1), id: 'other' })]);
  assert.equal(w.shelf.size, 1);
});

test('one answer is in flight at a time, in order', async () => {
  const w = world([saved, saved], [entry(2), entry(1)]);
  await w.outbox.restore('s/1');
  w.outbox.setOpen(true);
  w.outbox.wake();
  await w.settle();
  assert.deepEqual(w.sent, ['id1', 'id2']);
});

test('what an earlier candidate left is dropped and never sent', async () => {
  const w = world([saved], [entry(1, 's/2')]);
  await w.outbox.restore('s/1');
  w.outbox.setOpen(true);
  await w.settle();
  assert.deepEqual(w.sent, []);
  assert.equal(w.shelf.size, 0);
});

test('an answer waits while the station may not act', async () => {
  const w = world([saved]);
  await w.outbox.add(entry(1));
  await w.settle();
  assert.deepEqual(w.sent, []);
  w.outbox.setOpen(true);
  await w.settle();
  assert.deepEqual(w.settled, ['id1 saved']);
});

test('a station that lost its token keeps the answer for its return', async () => {
  const w = world([refused(401, 'token_unknown'), saved]);
  w.outbox.setOpen(true);
  await w.outbox.add(entry(1));
  await w.settle();
  assert.deepEqual(w.settled, ['id1 elsewhere']);
  assert.equal(w.shelf.size, 1);
  w.outbox.setOpen(true);
  await w.settle();
  assert.deepEqual(w.settled, ['id1 elsewhere', 'id1 saved']);
});

test('a station that waits for the invigilator keeps its answer and tries again', async () => {
  const w = world([refused(403, 'device_waiting'), saved]);
  w.outbox.setOpen(true);
  await w.outbox.add(entry(1));
  await w.settle();
  assert.deepEqual(w.settled, []);
  assert.equal(w.shelf.size, 1);
  w.outbox.wake();
  await w.settle();
  assert.deepEqual(w.settled, ['id1 saved']);
});

test('an answer that a held test refuses is kept, without being taken for a cut', async () => {
  const held: Outcome<string> = {
    kind: 'unreachable',
    retryAfterMs: 0,
    problem: { status: 423, code: 'paused', title: '' },
  };
  const w = world([held, saved]);
  w.outbox.setOpen(true);
  await w.outbox.add(entry(1));
  await w.settle();
  assert.equal(w.state().failing, false);
  assert.equal(w.shelf.size, 1);
  w.outbox.setOpen(false);
  w.outbox.setOpen(true); // the hold ended: no pause is waited for
  await w.settle();
  assert.deepEqual(w.settled, ['id1 saved']);
});

for (const [status, code, verdict] of [
  [409, 'already_answered', 'superseded'],
  [409, 'wrong_question', 'superseded'],
  [409, 'test_ended', 'too_late'],
  [422, 'answer_empty', 'rejected'],
  [400, 'malformed', 'rejected'],
  [409, 'command_id_reused', 'rejected'],
] as const) {
  test(`the refusal ${code} ends as ${verdict} and empties the outbox`, async () => {
    const w = world([refused(status, code)]);
    w.outbox.setOpen(true);
    await w.outbox.add(entry(1));
    await w.settle();
    assert.deepEqual(w.settled, [`id1 ${verdict}`]);
    assert.equal(w.shelf.size, 0);
  });
}
