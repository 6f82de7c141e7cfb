// SPDX-License-Identifier: Apache-2.0
// What the candidate asks of the box beside answers: a report, a way of reading.
import type { Outcome } from '../../shared/api/outcome.ts';
import { troubleOf, type Trouble } from '../../shared/api/trouble.ts';
import type { Display } from '../model/display.ts';
import type { Question } from '../model/question.ts';
import type { ReportReason, View } from '../model/view.ts';
import { fr } from '../words/fr.ts';
import * as api from './api.ts';
import type { ReplyTaker } from './conduct.ts';
import { insist } from './insist.ts';
import type { StationState } from './state.ts';

/** A slider sends many values; the box is told of the one it stops at. */
const displayPauseMs = 400;

export class Choices {
  private displayPause: ReturnType<typeof setTimeout> | undefined;
  private choseDisplay = false;

  constructor(
    private readonly state: StationState,
    private readonly taker: ReplyTaker,
  ) {}

  /** Tries until the box replies; what it refused, if it did. */
  async report(question: Question, reason: ReportReason): Promise<Trouble | undefined> {
    const { reporting } = this.state;
    if (reporting.value !== 'no') return undefined;
    reporting.value = 'asking';
    const outcome = await this.insist(
      (token) => api.report(token, question, reason),
      () => this.state.view.value?.question?.item === question.item,
      () => (reporting.value = 'unreachable'),
    );
    reporting.value = 'no';
    return outcome && troubleOf(outcome, fr.boxUnreachable);
  }

  /** Shown at once; kept by the box when there is a test it belongs to. */
  display(display: Display) {
    this.choseDisplay = true;
    this.state.display.value = display;
    this.tellDisplay(displayPauseMs);
  }

  /** A view arrived: what was chosen at another station comes with it, unless one chose here. */
  seen(view: View) {
    if (!this.choseDisplay && view.display) this.state.display.value = view.display;
  }

  /** Someone joined: what they chose before joining goes with them, unless the box knows better. */
  joined(view: View) {
    if (view.display) this.choseDisplay = false;
    else if (this.choseDisplay) this.tellDisplay(0);
  }

  /** The next person at this station chooses for themselves. */
  forget() {
    clearTimeout(this.displayPause);
    this.choseDisplay = false;
  }

  private tellDisplay(ms: number) {
    clearTimeout(this.displayPause);
    const display = this.state.display.value;
    const wanted = () => this.state.display.value === display;
    this.displayPause = setTimeout(
      () =>
        void this.insist(
          (token) => api.chooseDisplay(token, display),
          wanted,
          () => undefined,
        ),
      ms,
    );
  }

  private async insist(
    ask: (token: string) => Promise<Outcome<api.ViewReply>>,
    wanted: () => boolean,
    unreachable: () => void,
  ): Promise<Outcome<api.ViewReply> | undefined> {
    const token = this.state.attempt.value?.token;
    if (!token) return undefined;
    const outcome = await insist(() => ask(token), {
      wanted: () => token === this.state.attempt.value?.token && wanted(),
      missed: (miss) => {
        this.state.heard(miss);
        unreachable();
      },
      pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      chance: Math.random,
    });
    if (outcome?.kind === 'ok') this.taker.view(outcome.body, outcome.tripMs);
    else if (outcome) this.taker.refused(outcome);
    return outcome;
  }
}
