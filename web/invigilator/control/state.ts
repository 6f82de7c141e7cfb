// SPDX-License-Identifier: Apache-2.0
import { batch, computed, signal } from '@preact/signals';
import { alertsIn } from '../model/alerts.ts';
import { filtered, type Filter } from '../model/filters.ts';
import type { News } from '../model/news.ts';
import type { Card, SessionView } from '../model/session_view.ts';
import type { QueuedAct } from '../queue/act_queue.ts';
import { byAlphabet, inOrder, needsAttention } from '../model/urgency.ts';
import { Cell, type Since } from './cell.ts';
import { LateDrawing } from './late_drawing.ts';
import { stableList } from './stable.ts';

/** How long a broken stream may last before the page says so. */
const staleMs = 3000;
/** The box tells silences every 5 s: without a word for so long the link is dead, though open. */
const deadMs = 12_000;
/** Longer than the pause between two of its words. */
const oldMs = 6000;

export type RoomView = Omit<SessionView, 'candidates'>;

/** What the box refused, until the invigilator has read it. */
export interface RefusedAct {
  id: string;
  candidate: number | null;
  text: string;
}

/** All that the invigilator's screens are drawn from. Only `Desk` writes to it. */
export class DeskState {
  readonly restored = signal(false);
  readonly token = signal<string | null>(null);
  readonly expired = signal(false);
  /** The session that this desk sits at waits for the code of the day. */
  readonly locked = signal(false);
  /** The number of that session, known even before it can be seen. */
  readonly session = signal('');
  /** The invigilator's own name, kept on this device. */
  readonly name = signal('');
  readonly view = signal<RoomView | null>(null);
  /** Numbers, in the order of the alphabet. */
  readonly roster = signal<number[]>([]);
  readonly boxTime = signal<Since | null>(null);
  readonly streaming = signal(false);
  /** performance.now() of the last news from the box. */
  readonly lastNews = signal(performance.now());
  /** The one clock of the page: it ticks once a second. */
  readonly now = signal(performance.now());
  /** Acts of this session that the box has not taken yet. */
  readonly pending = signal<QueuedAct[]>([]);
  /** Acts on this device, whatever their session. */
  readonly keptActs = signal(0);
  /** They have waited long enough to be said to. */
  readonly late = signal(false);
  readonly refusals = signal<RefusedAct[]>([]);
  readonly filter = signal<Filter>('all');
  readonly search = signal('');
  private readonly lateDrawing = new LateDrawing();
  private readonly cells = new Map<number, Cell>();

  readonly cards = computed(() => this.roster.value.map((number) => this.card(number)));
  readonly finalised = computed(() => this.view.value?.session.finalised ?? false);
  /** Those who wait for the invigilator; nobody any more once the session is over. */
  readonly attention = computed(() =>
    this.finalised.value ? [] : inOrder(this.cards.value.filter(needsAttention)),
  );
  readonly alerts = computed(() =>
    this.finalised.value ? new Set<string>() : alertsIn(this.cards.value),
  );
  /** Those whose presence is to be confirmed. */
  readonly waiting = computed(() => this.cards.value.filter((card) => card.phase === 'present'));
  readonly plain = computed(() => this.filter.value === 'all' && this.search.value === '');
  /** What the filters let through: those to handle, then the others. Numbers. */
  readonly urgent = stableList(() =>
    this.finalised.value ? [] : inOrder(this.found().filter(needsAttention)).map(numberOf),
  );
  readonly others = stableList(() =>
    this.found()
      .filter((card) => this.finalised.value || !needsAttention(card))
      .map(numberOf),
  );
  readonly stale = computed(() => {
    if (this.view.value === null) return false;
    const age = this.now.value - this.lastNews.value;
    if (!this.streaming.value) return age > staleMs;
    return age > deadMs && !this.finalised.value;
  });

  /** The box has not been heard for longer than it is ever silent. */
  isOld(): boolean {
    return this.now.peek() - this.lastNews.peek() > oldMs;
  }

  cell(number: number): Cell {
    const cell = this.cells.get(number);
    if (!cell) throw new Error(`no candidate ${number}`);
    return cell;
  }

  card(number: number): Card {
    return this.cell(number).card.value;
  }

  /** The page's clock where it is seen: what is out of sight does not follow it. */
  nowFor(number: number): number {
    return this.cell(number).inSight.value ? this.now.value : this.now.peek();
  }

  take(all: News[]) {
    batch(() => {
      this.now.value = this.lastNews.value = performance.now();
      for (const news of all) this.takeOne(news);
    });
  }

  forget() {
    batch(() => {
      this.token.value = null;
      this.locked.value = false;
      this.view.value = null;
      this.roster.value = [];
      this.streaming.value = false;
      this.refusals.value = [];
      this.cells.clear();
    });
  }

  private takeOne(news: News) {
    switch (news.of) {
      case 'session':
        return this.takeView(news.view);
      case 'candidate':
        return this.cells.get(news.card.number)?.take(news.card, this.now.value);
      case 'counts':
        return this.update({ counts: news.counts });
      case 'seats':
        return this.update({ seats: news.seats });
      case 'seen':
        for (const [number, ms] of news.seen) this.cells.get(number)?.hear(ms, this.now.value);
    }
  }

  private takeView({ candidates, ...view }: SessionView) {
    for (const card of candidates) {
      const cell = this.cells.get(card.number);
      if (cell) cell.take(card, this.now.value);
      else this.cells.set(card.number, new Cell(card, this.now.value, this.lateDrawing));
    }
    this.view.value = view;
    this.boxTime.value = { ms: Date.parse(view.box_time), at: this.now.value };
    const roster = byAlphabet(candidates).map(numberOf);
    if (roster.join() !== this.roster.peek().join()) this.roster.value = roster;
  }

  private update(change: Partial<RoomView>) {
    if (this.view.value) this.view.value = { ...this.view.value, ...change };
  }

  private found(): Card[] {
    return filtered(this.cards.value, this.filter.value, this.search.value);
  }
}

const numberOf = (card: Card) => card.number;
