// SPDX-License-Identifier: Apache-2.0
import { computed, signal } from '@preact/signals';
import { countdownFrom, type Countdown } from '../../shared/time/countdown.ts';
import type { News } from '../model/news.ts';
import type { Card, Counts, SessionView } from '../model/session_view.ts';
import { needsAttention } from '../model/urgency.ts';

/** A duration that was `ms` at the instant `at` (performance.now()). */
export interface Since {
  ms: number;
  at: number;
}

/** How long a broken stream may last before the page says so. */
const staleMs = 3000;

/** All that the invigilator's screens are drawn from. Only `Desk` writes to it. */
export class DeskState {
  readonly restored = signal(false);
  readonly token = signal<string | null>(null);
  readonly expired = signal(false);
  readonly view = signal<SessionView | null>(null);
  readonly cards = signal<Card[]>([]);
  /** What changes without the card: kept apart, so that a tick redraws one line and not a card. */
  readonly countdowns = signal<ReadonlyMap<number, Countdown>>(new Map());
  readonly seen = signal<ReadonlyMap<number, Since>>(new Map());
  readonly boxTime = signal<Since | null>(null);
  readonly streaming = signal(false);
  /** performance.now() of the last news from the box. */
  readonly lastNews = signal(performance.now());
  readonly now = signal(performance.now());
  readonly problem = signal<string | null>(null);
  readonly busy = signal<ReadonlySet<number>>(new Set());

  readonly finalised = computed(() => this.view.value?.session.finalised ?? false);
  /** Those who wait for the invigilator; nobody any more once the session is over. */
  readonly attention = computed(() =>
    this.finalised.value ? [] : this.cards.value.filter(needsAttention),
  );
  readonly stale = computed(
    () => !this.streaming.value && this.now.value - this.lastNews.value > staleMs,
  );

  takeNews(news: News) {
    switch (news.of) {
      case 'session':
        return this.takeView(news.view);
      case 'candidate':
        return this.takeCard(news.card);
      case 'counts':
        return this.takeCounts(news.counts);
      case 'seen':
        return this.takeSeen(news.seen);
    }
  }

  takeView(view: SessionView) {
    this.news();
    this.view.value = view;
    this.cards.value = view.candidates;
    this.boxTime.value = { ms: Date.parse(view.box_time), at: this.now.value };
    this.countdowns.value = new Map(view.candidates.flatMap((card) => this.countdownOf(card)));
    this.seen.value = new Map(view.candidates.flatMap((card) => this.seenOf(card)));
  }

  takeCard(card: Card) {
    this.news();
    this.cards.value = this.cards.value.map((other) =>
      other.number === card.number ? card : other,
    );
    const countdowns = new Map(this.countdowns.value);
    countdowns.delete(card.number);
    this.countdowns.value = new Map([...countdowns, ...this.countdownOf(card)]);
    this.seen.value = new Map([...this.seen.value, ...this.seenOf(card)]);
  }

  private takeCounts(counts: Counts) {
    this.news();
    if (this.view.value) this.view.value = { ...this.view.value, counts };
  }

  private takeSeen(seen: [number, number][]) {
    this.news();
    this.seen.value = new Map([
      ...this.seen.value,
      ...seen.map(([n, ms]) => [n, { ms, at: this.now.value }] as const),
    ]);
  }

  private news() {
    this.now.value = this.lastNews.value = performance.now();
  }

  private countdownOf(card: Card): [number, Countdown][] {
    return card.clock ? [[card.number, countdownFrom(card.clock, this.now.value)]] : [];
  }

  private seenOf(card: Card): [number, Since][] {
    return card.seen_ms === null ? [] : [[card.number, { ms: card.seen_ms, at: this.now.value }]];
  }
}
