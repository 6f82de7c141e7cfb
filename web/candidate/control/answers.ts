// SPDX-License-Identifier: Apache-2.0
// Answers on their way: kept on this station, sent until the box has decided about each.
import { newCommandId } from '../../shared/api/command_id.ts';
import type { Outcome } from '../../shared/api/outcome.ts';
import type { Question } from '../model/question.ts';
import { Outbox, type Entry, type Shelf } from '../outbox/outbox.ts';
import type { Verdict } from '../outbox/verdict.ts';
import { fr } from '../words/fr.ts';
import * as api from './api.ts';
import type { Conduct } from './conduct.ts';
import type { StationState } from './state.ts';

export interface AnswersListener {
  view(reply: api.ViewReply, tripMs: number): void;
  /** The box no longer lets this station act. */
  moved(): void;
  /** What the page shows is no longer so. */
  stale(): void;
}

export class Answers {
  private readonly outbox: Outbox<api.ViewReply>;
  /** Whose token the answer in flight left with. */
  private sendingAs = '';

  constructor(
    private readonly state: StationState,
    shelf: Shelf,
    private readonly conduct: Conduct,
    private readonly listener: AnswersListener,
  ) {
    this.outbox = new Outbox({
      shelf,
      send: (entry) => this.send(entry),
      later: (ms, act) => {
        const timer = setTimeout(act, ms);
        return () => clearTimeout(timer);
      },
      chance: Math.random,
      changed: (now) => (state.outbox.value = now),
      settled: (verdict, _entry, outcome) => this.settled(verdict, outcome),
    });
  }

  /** Takes up what an earlier page kept for this attempt. */
  restore(attempt: string): Promise<void> {
    return this.outbox.restore(attempt);
  }

  async add({ number, item }: Question, value: string) {
    const { state } = this;
    const attempt = state.attempt.value?.attempt ?? '';
    state.notice.value = null;
    try {
      await this.outbox.add({ id: newCommandId(), attempt, number, item, value });
      state.broken.value = false;
    } catch {
      state.broken.value = true;
      state.notice.value = fr.question.notKept;
    }
  }

  /** Lets answers leave, or holds them here. */
  setOpen(open: boolean) {
    this.outbox.setOpen(open);
  }

  /** Tries now. */
  wake() {
    this.outbox.wake();
  }

  private async send(entry: Entry): Promise<Outcome<api.ViewReply>> {
    this.sendingAs = this.state.attempt.value?.token ?? '';
    if (!(await this.conduct.tellFirst(entry.item)))
      return { kind: 'unreachable', retryAfterMs: 0 };
    const outcome = await api.answer(this.sendingAs, entry);
    this.state.heard(outcome);
    return outcome;
  }

  private settled(verdict: Exclude<Verdict, 'retry'>, outcome: Outcome<api.ViewReply>) {
    const { state, listener } = this;
    if (this.sendingAs !== state.attempt.value?.token) return; // left, or entered anew meanwhile
    if (outcome.kind === 'ok') {
      state.savedAt.value = Date.now();
      return listener.view(outcome.body, outcome.tripMs);
    }
    if (verdict === 'elsewhere') return listener.moved();
    if (verdict === 'too_late') state.tooLate.value += 1;
    if (verdict === 'superseded') state.notice.value = fr.question.superseded;
    if (verdict === 'rejected' && outcome.kind === 'refused')
      state.notice.value = outcome.problem.title;
    listener.stale();
  }
}
