// SPDX-License-Identifier: Apache-2.0
// The two acts of a question that is timed or in focus mode: showing it, and having left it.
import type { Outcome } from '../../shared/api/outcome.ts';
import type { Question } from '../model/question.ts';
import type { View } from '../model/view.ts';
import type { Left, Memory } from '../outbox/memory.ts';
import * as api from './api.ts';
import { insist, type Insisting } from './insist.ts';
import type { StationState } from './state.ts';

/** What the station does with the box's replies. */
export interface ReplyTaker {
  view(reply: api.ViewReply, tripMs: number): void;
  refused(outcome: Outcome<unknown>): void;
}

export class Conduct {
  /** What the box does not know yet, here and in the station's memory. */
  private untold: Left | null = null;
  private telling = false;

  constructor(
    private readonly state: StationState,
    private readonly memory: Memory,
    private readonly taker: ReplyTaker,
  ) {}

  /** Shows the question as soon as the box replies. The time runs from its reply, not from here. */
  async open(question: Question) {
    const { opening } = this.state;
    if (opening.value !== 'no') return;
    opening.value = 'asking';
    const outcome = await insist(
      () => api.open(this.token, question),
      this.insisting(question.item, () => (opening.value = 'unreachable')),
    );
    opening.value = 'no';
    this.take(outcome);
  }

  /** A page that was left and closed before it could tell. */
  restore(left: Left) {
    this.untold = left;
    this.state.leftItem.value = left.item;
  }

  /** Tells the box that the candidate left the page; what they see does not wait for it. */
  left({ number, item }: Question) {
    if (this.state.focusLost.value) return;
    this.state.leftItem.value = item;
    this.untold = { attempt: this.state.attempt.value?.attempt ?? '', number, item };
    void this.memory.keepLeft(this.untold).catch(() => undefined);
    void this.tell(this.untold);
  }

  /** A view arrived: what was to be told is told, or concerns a question that is over. */
  seen({ question }: View) {
    if (!this.untold || !question) return;
    if (this.untold.item === question.item) void this.tell(this.untold);
    else this.settle();
  }

  /** An answer leaves after what happened before it: false when the box could not be told. */
  async tellFirst(item: string): Promise<boolean> {
    if (this.untold?.item !== item) return true;
    const outcome = await api.focusLost(this.token, this.untold);
    if (outcome.kind === 'unreachable') return false;
    this.settle();
    return true;
  }

  private async tell(left: Left) {
    if (this.telling) return;
    this.telling = true;
    const insisting = this.insisting(left.item, () => undefined);
    const outcome = await insist(() => api.focusLost(this.token, left), {
      ...insisting,
      wanted: () => this.untold === left && insisting.wanted(),
    });
    this.telling = false;
    if (outcome && this.untold === left) this.settle();
    this.take(outcome);
    if (this.untold && this.untold !== left) void this.tell(this.untold);
  }

  private settle() {
    this.untold = null;
    void this.memory.forgetLeft().catch(() => undefined);
  }

  private take(outcome: Outcome<api.ViewReply> | undefined) {
    if (outcome?.kind === 'ok') this.taker.view(outcome.body, outcome.tripMs);
    else if (outcome) this.taker.refused(outcome);
  }

  private get token(): string {
    return this.state.attempt.value?.token ?? '';
  }

  private insisting(item: string, unreachable: () => void): Insisting {
    const { state, token } = this;
    return {
      wanted: () => token === this.token && state.view.value?.question?.item === item,
      missed: (outcome) => {
        state.heard(outcome);
        unreachable();
      },
      pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      chance: Math.random,
    };
  }
}
