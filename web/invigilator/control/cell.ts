// SPDX-License-Identifier: Apache-2.0
import { signal } from '@preact/signals';
import { countdownFrom, type Countdown } from '../../shared/time/countdown.ts';
import type { Card } from '../model/session_view.ts';
import type { LateDrawing } from './late_drawing.ts';

/** A duration that was `ms` at the instant `at` (performance.now()). */
export interface Since {
  ms: number;
  at: number;
}

/**
 * One candidate on the grid. What runs with the clock is kept apart from the card, so that a second
 * that passes redraws a few digits and never a card.
 */
export class Cell {
  readonly card;
  /** The card as the page shows it: the same, or about to be when it is out of sight. */
  readonly drawn;
  readonly countdown = signal<Countdown | null>(null);
  readonly seen = signal<Since | null>(null);
  /** What is left of a confirmed presence. */
  readonly authorised = signal<Since | null>(null);
  /** On the screen, or nearly: elsewhere no clock is drawn. */
  readonly inSight = signal(true);
  private print = '';

  constructor(
    card: Card,
    now: number,
    private readonly late: LateDrawing,
  ) {
    this.card = signal(card);
    this.drawn = signal(card);
    this.take(card, now);
  }

  take(card: Card, now: number) {
    this.countdown.value = card.clock && countdownFrom(card.clock, now);
    this.authorised.value = since(card.authorised_left_ms, now);
    if (card.seen_ms !== null) this.hear(card.seen_ms, now);
    const print = JSON.stringify({ ...card, clock: null, seen_ms: null, authorised_left_ms: null });
    if (print === this.print) return;
    this.print = print;
    this.card.value = card;
    const moves = card.urgency !== this.drawn.peek().urgency;
    if (moves || this.inSight.peek()) this.draw();
    else this.late.add(this);
  }

  draw() {
    this.drawn.value = this.card.peek();
  }

  /** It came in sight, or went. */
  see(inSight: boolean) {
    if (inSight) this.draw();
    this.inSight.value = inSight;
  }

  hear(ms: number, now: number) {
    this.seen.value = { ms, at: now };
  }
}

function since(ms: number | null, now: number): Since | null {
  return ms === null ? null : { ms, at: now };
}
