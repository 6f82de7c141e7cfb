// SPDX-License-Identifier: Apache-2.0
// The two acts of a question that is timed or in focus mode: showing it, and having left it.
import type { Outcome } from '../../shared/api/outcome.ts';
import type { Question } from '../model/question.ts';
import { missed } from '../model/link.ts';
import * as api from './api.ts';
import { insist, type Insisting } from './insist.ts';
import type { StationState } from './state.ts';

/** What the station does with the box's replies. */
export interface ReplyTaker {
  view(reply: api.ViewReply, tripMs: number): void;
  refused(outcome: Outcome<unknown>): void;
}

export class Conduct {
  private untold: Question | null = null;

  constructor(
    private readonly state: StationState,
    private readonly taker: ReplyTaker,
  ) {}

  /** Shows the question as soon as the box replies. The time runs from its reply, not from here. */
  async open({ number, item }: Question) {
    const { opening } = this.state;
    if (opening.value !== 'no') return;
    opening.value = 'asking';
    const outcome = await insist(
      () => api.open(this.token, number),
      this.insisting(item, () => (opening.value = 'unreachable')),
    );
    opening.value = 'no';
    this.take(outcome);
  }

  /** Tells the box that the candidate left the page; what they see does not wait for it. */
  async left(question: Question) {
    if (this.state.focusLost.value) return;
    this.state.leftItem.value = question.item;
    this.untold = question;
    const insisting = this.insisting(question.item, () => undefined);
    const outcome = await insist(() => api.focusLost(this.token, question.number), {
      ...insisting,
      wanted: () => this.untold === question && insisting.wanted(),
    });
    if (this.untold === question) this.untold = null;
    this.take(outcome);
  }

  /** An answer leaves after what happened before it: false when the box could not be told. */
  async tellFirst(item: string): Promise<boolean> {
    if (this.untold?.item !== item) return true;
    const outcome = await api.focusLost(this.token, this.untold.number);
    if (outcome.kind === 'unreachable') return false;
    this.untold = null;
    return true;
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
      missed: () => {
        state.link.value = missed(state.link.value);
        unreachable();
      },
      pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      chance: Math.random,
    };
  }
}
