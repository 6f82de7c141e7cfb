// SPDX-License-Identifier: Apache-2.0
import { apiRoot } from '../api/request.ts';
import { backoffMs } from '../time/backoff.ts';
import { EventParser, type LiveEvent } from './event_parser.ts';

/** The box sends a comment every 10 s; silence for this long is a dead link. */
const silenceMsMax = 25_000;

export interface LiveListener {
  event(event: LiveEvent): void;
  /** The stream opened (true) or broke (false). */
  connected(open: boolean): void;
  /** The token no longer opens this stream: it stops for good. */
  refused(status: number): void;
  /** Its session waits for the code of the day; the stream is tried again. */
  locked?(): void;
}

/** A live stream of the box, reopened for ever (1 s to 10 s) until `stop` or a refusal. */
export class LiveStream {
  private abort = new AbortController();
  private stopped = false;
  private failures = 0;
  private pause: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly path: string,
    private readonly token: string,
    private readonly listener: LiveListener,
  ) {
    void this.run();
  }

  stop() {
    this.stopped = true;
    clearTimeout(this.pause);
    this.abort.abort();
  }

  private async run() {
    if (this.stopped) return;
    this.abort = new AbortController();
    const refusal = await this.read().catch(() => undefined);
    if (this.stopped) return;
    if (refusal !== undefined) return this.listener.refused(refusal);
    this.listener.connected(false);
    this.pause = setTimeout(
      () => void this.run(),
      backoffMs(this.failures++, 1000, 10_000, Math.random()),
    );
  }

  /** Reads until the stream breaks; returns the status when the box refused it. */
  private async read(): Promise<number | undefined> {
    let alarm = setTimeout(() => this.abort.abort(), silenceMsMax);
    try {
      const response = await fetch(apiRoot + this.path, {
        headers: { Authorization: `Bearer ${this.token}`, Accept: 'text/event-stream' },
        cache: 'no-store',
        signal: this.abort.signal,
      });
      if (response.status === 401 || response.status === 403) return response.status;
      if (response.status === 423) this.listener.locked?.();
      if (!response.ok || !response.body) return undefined;
      this.failures = 0;
      this.listener.connected(true);
      const reader = response.body.getReader();
      const decoder = new TextDecoder();
      const parser = new EventParser();
      for (;;) {
        const { done, value } = await reader.read();
        if (done || this.stopped) return undefined;
        clearTimeout(alarm);
        alarm = setTimeout(() => this.abort.abort(), silenceMsMax);
        for (const event of parser.feed(decoder.decode(value, { stream: true })))
          this.listener.event(event);
      }
    } finally {
      clearTimeout(alarm);
    }
  }
}
