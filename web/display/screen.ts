// SPDX-License-Identifier: Apache-2.0
import { computed, signal } from '@preact/signals';
import { request } from '../shared/api/request.ts';
import type { ScreenView } from './model/screen_view.ts';

/** Often enough for a room, rare enough for thirty projectors. */
const pauseMs = 3000;
/** Two answers in a row that did not come: the picture is said to be old. */
const staleMs = 9000;

/** What the projector shows of one session, asked again for ever: it needs nobody. */
export class Screen {
  readonly session = signal<string | undefined>(undefined);
  readonly view = signal<ScreenView | null>(null);
  /** The box knows no such session. */
  readonly unknown = signal(false);
  /** performance.now(), once a second. */
  readonly now = signal(performance.now());
  private readonly heard = signal(performance.now());

  /** Milliseconds since 1970, by the box's clock. */
  readonly boxTime = computed(() =>
    this.view.value
      ? Date.parse(this.view.value.box_time) + this.now.value - this.heard.value
      : null,
  );
  readonly stale = computed(() => this.now.value - this.heard.value > staleMs);

  constructor() {
    setInterval(() => (this.now.value = performance.now()), 1000);
    void this.askForEver();
  }

  show(session: string | undefined) {
    this.session.value = session;
    this.view.value = null;
    this.unknown.value = false;
    this.heard.value = this.now.value = performance.now();
    void this.ask();
  }

  private async askForEver() {
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
      await this.ask();
    }
  }

  private async ask() {
    const session = this.session.value;
    if (session === undefined) return;
    const path = `/screen?session=${session}`;
    const outcome = await request<ScreenView>({ method: 'GET', path, timeoutMs: 5000 });
    if (session !== this.session.value) return;
    this.unknown.value = outcome.kind === 'refused';
    if (outcome.kind !== 'ok') return;
    this.heard.value = this.now.value = performance.now();
    this.view.value = outcome.body;
  }
}
