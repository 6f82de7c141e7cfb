// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Act } from '../invigilator/model/act.ts';
import { ActQueue, type QueuedAct, type Verdict } from '../invigilator/queue/act_queue.ts';
import type { ActStore } from '../invigilator/queue/act_store.ts';

const session = '123456';
const confirm = (candidate: number): Act => ({ kind: 'presence', candidate, present: true });
const done: Verdict = { kind: 'done' };
const later: Verdict = { kind: 'later', afterMs: 0 };

/** A disk that keeps acts, and a box that answers as it is told. */
class Bench {
  readonly disk = new Map<string, QueuedAct>();
  readonly sent: string[] = [];
  readonly refusals: string[] = [];
  saidLate = false;
  readonly store: ActStore = {
    all: async () => [...this.disk.values()],
    put: async (queued) => void this.disk.set(queued.id, queued),
    remove: async (id) => void this.disk.delete(id),
  };

  constructor(public answers: Verdict[] = []) {}

  queue() {
    return new ActQueue(this.store, {
      changed: ({ late }) => void (this.saidLate ||= late),
      send: async ({ id }) => {
        this.sent.push(id);
        return this.answers.shift() ?? done;
      },
      refused: ({ id }, title) => void this.refusals.push(`${id} ${title}`),
    });
  }
}

/** Until the queue is empty or stands still. */
async function settle(queue: ActQueue) {
  for (let turn = 0; turn < 20; ++turn) {
    await new Promise((resolve) => setImmediate(resolve));
    queue.wake();
  }
}

test('an act that meets no box is sent again under the same id until it is done', async () => {
  const bench = new Bench([later, later]);
  const queue = bench.queue();
  queue.open(session);
  await queue.add({ id: 'a', session, act: confirm(1) });
  await settle(queue);
  assert.deepEqual(bench.sent, ['a', 'a', 'a']);
  assert.equal(bench.disk.size, 0);
  assert.equal(queue.late, false);
});

test('while the box is away the page is told that the act waits', async () => {
  const bench = new Bench([later]);
  const queue = bench.queue();
  queue.open(session);
  await queue.add({ id: 'a', session, act: confirm(1) });
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(bench.saidLate, true);
  assert.equal(queue.ofSession().length, 1);
  await settle(queue);
});

test('acts leave one after the other, in the order in which they were decided', async () => {
  const bench = new Bench([later, done, later]);
  const queue = bench.queue();
  queue.open(session);
  for (const [place, id] of ['a', 'b', 'c'].entries())
    await queue.add({ id, session, act: confirm(place) });
  await settle(queue);
  assert.deepEqual(bench.sent, ['a', 'a', 'b', 'b', 'c']);
});

test('a reload loses nothing, and what it finds leaves in the same order', async () => {
  const bench = new Bench([later]);
  const before = bench.queue();
  await before.add({ id: 'a', session, act: confirm(1) });
  await before.add({ id: 'b', session, act: confirm(2) });
  const after = bench.queue();
  await after.restore();
  assert.deepEqual(bench.sent, [], 'nothing leaves before the session is known');
  after.open(session);
  await settle(after);
  assert.deepEqual(bench.sent, ['a', 'a', 'b']);
});

test('a refusal is told once, and the next act goes on', async () => {
  const bench = new Bench([{ kind: 'refused', title: 'déjà fait' }]);
  const queue = bench.queue();
  queue.open(session);
  await queue.add({ id: 'a', session, act: confirm(1) });
  await queue.add({ id: 'b', session, act: confirm(2) });
  await settle(queue);
  assert.deepEqual(bench.refusals, ['a déjà fait']);
  assert.deepEqual(bench.sent, ['a', 'b']);
  assert.equal(bench.disk.size, 0);
});

test('whom the box no longer knows keeps every act for the next entry', async () => {
  const bench = new Bench([{ kind: 'stopped' }]);
  const queue = bench.queue();
  queue.open(session);
  await queue.add({ id: 'a', session, act: confirm(1) });
  await settle(queue);
  assert.deepEqual(bench.sent, ['a']);
  assert.equal(bench.disk.size, 1);
  queue.close();
  queue.open(session);
  await settle(queue);
  assert.deepEqual(bench.sent, ['a', 'a']);
  assert.equal(bench.disk.size, 0);
});

test('acts of another session stay where they are', async () => {
  const bench = new Bench();
  const queue = bench.queue();
  queue.open('654321');
  await queue.add({ id: 'a', session, act: confirm(1) });
  await settle(queue);
  assert.deepEqual(bench.sent, []);
  assert.equal(bench.disk.size, 1);
});

test('an act that is taken back before it leaves is never sent', async () => {
  const bench = new Bench([later]);
  const queue = bench.queue();
  queue.open(session);
  await queue.add({ id: 'a', session, act: confirm(1) });
  await queue.add({ id: 'b', session, act: confirm(2) });
  await queue.remove('b');
  await settle(queue);
  assert.deepEqual(bench.sent, ['a', 'a']);
});
