// SPDX-License-Identifier: Apache-2.0
import type { Outcome } from '../../shared/api/outcome.ts';
import { LiveStream } from '../../shared/live/live_stream.ts';
import { backoffMs } from '../../shared/time/backoff.ts';
import type { Lockdown } from '../model/lockdown.ts';
import type { View } from '../model/view.ts';
import * as api from './api.ts';

const beatMs = 2000;
const retryMsFirst = 250;
const retryMsLongest = 5000;

export interface ContactListener {
  /** What the box is told with each heartbeat. */
  lockdown(): Lockdown;
  view(view: View): void;
  beat(outcome: Outcome<api.Beat>): void;
  /** After a miss: the next try leaves at this time (performance.now()). */
  nextTry(at: number): void;
  /** The box answers but pushes nothing: look at the view yourself. */
  stale(): void;
  /** The link came back. */
  awake(): void;
  refused(): void;
}

/** Keeps this station in touch with the box: the live stream down, a heartbeat up. */
export class Contact {
  private readonly stream: LiveStream;
  private streaming = false;
  private stopped = false;
  private misses = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private beating = false;

  constructor(
    private readonly token: string,
    private readonly listener: ContactListener,
  ) {
    this.stream = new LiveStream(api.streamPath, token, {
      event: (event) => {
        if (event.name === 'view') listener.view(JSON.parse(event.data) as View);
      },
      connected: (open) => this.streamChanged(open),
      refused: () => this.refuse(),
    });
    for (const name of wakingEvents) addEventListener(name, this.beatNow);
    this.timer = setTimeout(this.beatNow, beatMs);
  }

  stop() {
    this.stopped = true;
    this.stream.stop();
    clearTimeout(this.timer);
    for (const name of wakingEvents) removeEventListener(name, this.beatNow);
  }

  /** Asks the box at once, for instance when the computer wakes up. */
  readonly beatNow = () => {
    clearTimeout(this.timer);
    if (!this.beating && !this.stopped) void this.beat();
  };

  private streamChanged(open: boolean) {
    const changed = open !== this.streaming;
    this.streaming = open;
    if (open) this.listener.awake();
    if (changed) this.beatNow();
  }

  private async beat() {
    this.beating = true;
    const outcome = await api.heartbeat(this.token, this.listener.lockdown());
    this.beating = false;
    if (this.stopped) return;
    if (outcome.kind === 'refused' && outcome.problem.status === 401) return this.refuse();
    const reached = outcome.kind !== 'unreachable';
    if (reached && this.misses > 0) this.listener.awake();
    this.listener.beat(outcome);
    if (reached && !this.streaming) this.listener.stale();
    clearTimeout(this.timer);
    this.timer = setTimeout(this.beatNow, this.pauseAfter(outcome));
  }

  private pauseAfter(outcome: Outcome<api.Beat>): number {
    if (outcome.kind !== 'unreachable') {
      this.misses = 0;
      return beatMs;
    }
    const own = backoffMs(this.misses++, retryMsFirst, retryMsLongest, Math.random());
    const ms = Math.max(own, outcome.retryAfterMs);
    this.listener.nextTry(performance.now() + ms);
    return ms;
  }

  private refuse() {
    this.stop();
    this.listener.refused();
  }
}

const wakingEvents = ['online', 'visibilitychange', 'pageshow', 'focus'] as const;
