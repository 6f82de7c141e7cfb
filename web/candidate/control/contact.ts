// SPDX-License-Identifier: Apache-2.0
import type { Outcome } from '../../shared/api/outcome.ts';
import { LiveStream } from '../../shared/live/live_stream.ts';
import type { Clock } from '../../shared/time/countdown.ts';
import type { Phase, View } from '../model/view.ts';
import * as api from './api.ts';

const beatMs = 5000;
/** After a first miss, a second try soon: it tells a cut from an accident. */
const secondTryMs = 1000;

export interface ContactListener {
  view(view: View): void;
  beat(outcome: Outcome<{ clock: Clock | null; phase: Phase }>): void;
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
  private missed = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

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
    void this.beat();
  };

  private streamChanged(open: boolean) {
    const changed = open !== this.streaming;
    this.streaming = open;
    if (open) this.listener.awake();
    if (changed) this.beatNow();
  }

  private async beat() {
    const outcome = await api.heartbeat(this.token);
    if (this.stopped) return;
    if (outcome.kind === 'refused' && outcome.problem.status === 401) return this.refuse();
    const reached = outcome.kind !== 'unreachable';
    if (reached && this.missed) this.listener.awake();
    const soon = !reached && !this.missed;
    this.missed = !reached;
    this.listener.beat(outcome);
    if (reached && !this.streaming) this.listener.stale();
    clearTimeout(this.timer);
    this.timer = setTimeout(this.beatNow, soon ? secondTryMs : beatMs);
  }

  private refuse() {
    this.stop();
    this.listener.refused();
  }
}

const wakingEvents = ['online', 'visibilitychange', 'pageshow', 'focus'] as const;
