// SPDX-License-Identifier: Apache-2.0
import type { News } from './news.ts';

/**
 * How much the stream has told. A reply travels on another connection: when the stream has told of
 * the same thing since the request left, the reply is not the latest news any more.
 */
export class Heard {
  private all = 0;
  private sessions = 0;
  private readonly cards = new Map<number, number>();

  take(news: News) {
    if (news.of !== 'session' && news.of !== 'candidate') return;
    this.all += 1;
    if (news.of === 'session') this.sessions += 1;
    else this.cards.set(news.card.number, (this.cards.get(news.card.number) ?? 0) + 1);
  }

  /** Grows each time the stream tells of this candidate. */
  ofCandidate(number: number): number {
    return this.sessions + (this.cards.get(number) ?? 0);
  }

  /** Grows each time the stream tells of anyone. */
  ofAnyone(): number {
    return this.all;
  }
}
