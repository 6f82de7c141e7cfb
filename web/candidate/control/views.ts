// SPDX-License-Identifier: Apache-2.0
// What the box says of the test, as it arrives on two roads: replies, and the live stream.
import { countdownFrom, type Clock } from '../../shared/time/countdown.ts';
import { reached } from '../model/link.ts';
import { isNewer } from '../model/newer.ts';
import type { View } from '../model/view.ts';
import type { StationState } from './state.ts';

export class Views {
  /** Questions that were asked and never will be again. */
  private past = new Set<string>();

  constructor(private readonly state: StationState) {}

  /** Somebody comes in: what was asked before was asked of somebody else. */
  forget() {
    this.past = new Set();
    this.state.view.value = null;
  }

  /** The view that the page shows from now on; undefined when it was overtaken on its way. */
  take(view: View, tripMs: number): View | undefined {
    const { state } = this;
    const before = state.view.value;
    state.link.value = reached(performance.now());
    if (!isNewer(view, before, this.past)) return undefined;
    const asked = before?.question?.item;
    if (asked && view.question && asked !== view.question.item) this.past.add(asked);
    this.takeClock(view.clock, tripMs);
    state.view.value = view;
    return view;
  }

  takeClock(clock: Clock | null, tripMs: number) {
    const now = performance.now();
    this.state.now.value = now;
    this.state.countdown.value = clock ? countdownFrom(clock, now, tripMs) : null;
  }
}
