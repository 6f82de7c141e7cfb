// SPDX-License-Identifier: Apache-2.0
import { backoffMs } from '../../shared/time/backoff.ts';
import type { Act } from '../model/act.ts';
import type { ActStore } from './act_store.ts';

/** An act on its way to the box, under an id that never changes: however often sent, done once. */
export interface QueuedAct {
  /** Idempotency-Key. */
  id: string;
  /** The number of the session that it belongs to. */
  session: string;
  /** Grows: acts leave in the order in which they were decided. */
  order: number;
  act: Act;
}

export type Verdict =
  | { kind: 'done' }
  | { kind: 'refused'; title: string }
  /** Nothing is known: the same again, not before `afterMs`. */
  | { kind: 'later'; afterMs: number }
  /** The box no longer knows this invigilator: everything waits for a new entry. */
  | { kind: 'stopped' };

export interface QueueEnds {
  /** What waits, and since when it is worth saying, is not what it was. */
  changed(queue: ActQueue): void;
  send(queued: QueuedAct): Promise<Verdict>;
  refused(queued: QueuedAct, title: string): void;
}

const firstPauseMs = 250;
const longestPauseMs = 5000;
/** An act that takes longer is said to wait. */
const patienceMs = 700;

/** Acts that the box has not answered yet, one at a time, in their order, until it has. */
export class ActQueue {
  acts: readonly QueuedAct[] = [];
  /** The first act has waited long enough for the page to say so. */
  late = false;
  private session: string | null = null;
  private running = false;
  private failures = 0;
  private wakeUp: (() => void) | undefined;

  constructor(
    private readonly store: ActStore,
    private readonly ends: QueueEnds,
  ) {}

  async restore() {
    this.setActs((await this.store.all()).sort((a, b) => a.order - b.order));
  }

  /** Sends the acts of this session from now on; those of others stay on the disk. */
  open(session: string) {
    if (session !== this.session) {
      this.session = session;
      this.ends.changed(this);
    }
    void this.run();
  }

  close() {
    this.session = null;
    this.wake();
  }

  /** On the disk first, so that a reload loses nothing. */
  async add(queued: Omit<QueuedAct, 'order'>) {
    const order = Math.max(0, ...this.acts.map((other) => other.order)) + 1;
    const kept = { ...queued, order };
    this.setActs([...this.acts, kept]);
    await this.store.put(kept);
    void this.run();
  }

  async remove(id: string) {
    this.setActs(this.acts.filter((other) => other.id !== id));
    await this.store.remove(id);
  }

  /** The box may be there again: no reason to wait longer. */
  wake() {
    this.wakeUp?.();
  }

  ofSession(): QueuedAct[] {
    return this.acts.filter(({ session }) => session === this.session);
  }

  private setActs(acts: QueuedAct[]) {
    this.acts = acts;
    this.ends.changed(this);
  }

  private setLate(late: boolean) {
    this.late = late;
    this.ends.changed(this);
  }

  private async run() {
    if (this.running) return;
    this.running = true;
    for (let next = this.next(); next; next = this.next()) {
      const patience = setTimeout(() => this.setLate(true), patienceMs);
      const verdict = await this.ends.send(next);
      clearTimeout(patience);
      if (verdict.kind === 'stopped') break;
      if (verdict.kind === 'later') await this.pause(verdict.afterMs);
      else await this.settle(next, verdict);
    }
    this.running = false;
    if (!this.next()) this.setLate(false);
  }

  private next(): QueuedAct | undefined {
    return this.ofSession()[0];
  }

  private async settle(queued: QueuedAct, verdict: Verdict) {
    this.failures = 0;
    this.setLate(false);
    await this.remove(queued.id);
    if (verdict.kind === 'refused') this.ends.refused(queued, verdict.title);
  }

  private pause(afterMs: number): Promise<void> {
    this.setLate(true);
    const ms = Math.max(
      afterMs,
      backoffMs(this.failures++, firstPauseMs, longestPauseMs, Math.random()),
    );
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
