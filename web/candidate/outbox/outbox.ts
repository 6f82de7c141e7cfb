// SPDX-License-Identifier: Apache-2.0
import type { Outcome } from '../../shared/api/outcome.ts';
import { backoffMs } from '../../shared/time/backoff.ts';
import { isHeld } from '../model/link.ts';
import { verdictOn, type Verdict } from './verdict.ts';

/** An answer on its way. Its id is drawn once and never changes: the box takes it once only. */
export interface Entry {
  id: string;
  attempt: string;
  number: number;
  item: string;
  value: string;
}

/** Where entries survive a killed browser. Promises resolve when the disk has it. */
export interface Shelf {
  all(): Promise<Entry[]>;
  put(entry: Entry): Promise<void>;
  remove(id: string): Promise<void>;
}

export interface Ports<Reply> {
  shelf: Shelf;
  send(entry: Entry): Promise<Outcome<Reply>>;
  /** Runs `act` later; returns a way to cancel it. */
  later(ms: number, act: () => void): () => void;
  /** A draw in [0, 1). */
  chance(): number;
  /** The list or the state of the sending changed. */
  changed(state: OutboxState): void;
  /** The box decided about an entry, which has left the shelf unless `elsewhere`. */
  settled(verdict: Exclude<Verdict, 'retry'>, entry: Entry, outcome: Outcome<Reply>): void;
}

export interface OutboxState {
  entries: Entry[];
  /** The last try found no box. */
  failing: boolean;
}

const retryMsFirst = 250;
const retryMsLongest = 5000;

/** Sends the kept answers in order, one in flight, until the box has them. */
export class Outbox<Reply> {
  private entries: Entry[] = [];
  private failures = 0;
  private failing = false;
  private flying = false;
  private open = false;
  private readonly adding = new Set<number>();
  private cancelPause: (() => void) | undefined;

  constructor(private readonly ports: Ports<Reply>) {}

  /** Takes back what an earlier page left for this attempt and drops what is someone else's. */
  async restore(attempt: string): Promise<void> {
    const kept = await this.ports.shelf.all();
    for (const entry of kept)
      if (entry.attempt !== attempt) await this.ports.shelf.remove(entry.id);
    this.entries = kept
      .filter((entry) => entry.attempt === attempt)
      .sort((a, b) => a.number - b.number);
    this.publish();
  }

  /**
   * Keeps an answer, then sends it. A second one for the same question (a double click) is ignored.
   * Rejects when the station could not keep it: nothing is sent.
   */
  async add(entry: Entry): Promise<void> {
    if (
      this.adding.has(entry.number) ||
      this.entries.some((other) => other.number === entry.number)
    )
      return;
    this.adding.add(entry.number);
    try {
      await this.ports.shelf.put(entry);
      this.entries.push(entry);
    } finally {
      this.adding.delete(entry.number);
    }
    this.publish();
    void this.advance();
  }

  /** Lets answers leave (the station may act) or holds them. */
  setOpen(open: boolean) {
    const opens = open && !this.open;
    this.open = open;
    if (opens) this.wake();
  }

  /** The link is back, or the candidate asks: try now. */
  wake() {
    this.cancelPause?.();
    this.cancelPause = undefined;
    void this.advance();
  }

  private async advance(): Promise<void> {
    const entry = this.entries[0];
    if (!entry || this.flying || !this.open || this.cancelPause) return;
    this.flying = true;
    const outcome = await this.ports.send(entry);
    this.flying = false;
    const verdict = verdictOn(outcome);
    if (verdict === 'retry') return this.retryLater(outcome);
    if (verdict === 'elsewhere') this.open = false;
    else await this.drop(entry);
    this.failures = 0;
    this.failing = false;
    this.publish();
    this.ports.settled(verdict, entry, outcome);
    void this.advance();
  }

  // A failed removal is harmless: the box gives the same reply to the same id after the next start.
  private async drop(entry: Entry) {
    await this.ports.shelf.remove(entry.id).catch(() => undefined);
    this.entries = this.entries.filter((other) => other.id !== entry.id);
  }

  private retryLater(outcome: Outcome<Reply>) {
    this.failing = !isHeld(outcome);
    const asked = outcome.kind === 'unreachable' ? outcome.retryAfterMs : 0;
    const own = backoffMs(this.failures++, retryMsFirst, retryMsLongest, this.ports.chance());
    this.cancelPause = this.ports.later(Math.max(asked, own), () => this.wake());
    this.publish();
  }

  private publish() {
    this.ports.changed({ entries: [...this.entries], failing: this.failing });
  }
}
