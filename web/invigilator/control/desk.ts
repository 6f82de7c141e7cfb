// SPDX-License-Identifier: Apache-2.0
import type { Outcome } from '../../shared/api/outcome.ts';
import { troubleOf, type Trouble } from '../../shared/api/trouble.ts';
import type { LiveEvent } from '../../shared/live/event_parser.ts';
import { LiveStream } from '../../shared/live/live_stream.ts';
import type { Database } from '../../shared/store/database.ts';
import type { Act } from '../model/acts.ts';
import type { AbortReasonLine } from '../model/closing.ts';
import { Heard } from '../model/heard.ts';
import { newsIn } from '../model/news.ts';
import type { Card } from '../model/session_view.ts';
import { fr } from '../words/fr.ts';
import * as api from './api.ts';
import { DeskState } from './state.ts';

/** Where the invigilator's token survives a reload; null when the browser keeps nothing. */
export type Drawer = Database | null;

/** The invigilator's desk: what they do, and what the box says. */
export class Desk {
  readonly state = new DeskState();
  private readonly heard = new Heard();
  private stream: LiveStream | undefined;

  constructor(private readonly drawer: Drawer) {
    setInterval(() => (this.state.now.value = performance.now()), 1000);
  }

  async restore() {
    const token = await this.drawer?.get<string>('kept', 'token').catch(() => undefined);
    if (token) this.sit(token);
    this.state.restored.value = true;
  }

  async enter(session: string, password: string): Promise<Trouble | undefined> {
    const outcome = await api.enter(session, password);
    if (outcome.kind !== 'ok') return troubleOf(outcome, fr.boxUnreachable);
    this.state.expired.value = false;
    this.state.takeView(outcome.body.view);
    this.sit(outcome.body.token);
    await this.drawer?.put('kept', outcome.body.token, 'token').catch(() => undefined);
    return undefined;
  }

  /** Does one act for a candidate; a refusal is shown at the top of the page. */
  async act(act: Act, card: Card) {
    this.state.problem.value = null;
    this.setBusy(card.number, true);
    const heard = this.heard.ofCandidate(card.number);
    const outcome = await this.send(act, card.number);
    this.setBusy(card.number, false);
    if (outcome.kind === 'ok') {
      if (heard === this.heard.ofCandidate(card.number)) this.state.takeCard(outcome.body);
      return;
    }
    if (this.lost(outcome)) return;
    this.state.problem.value = fr.actFailed(
      card,
      troubleOf(outcome, fr.boxUnreachable)?.title ?? '',
    );
    void this.refresh();
  }

  async finalise(reasons: AbortReasonLine[]): Promise<Trouble | undefined> {
    const heard = this.heard.ofAnyone();
    const outcome = await api.finalise(this.token, reasons);
    if (outcome.kind === 'ok') {
      this.state.problem.value = null;
      if (heard === this.heard.ofAnyone()) this.state.takeView(outcome.body);
      return undefined;
    }
    if (!this.lost(outcome)) void this.refresh();
    return troubleOf(outcome, fr.boxUnreachable);
  }

  async leave() {
    this.stream?.stop();
    await this.drawer?.remove('kept', 'token').catch(() => undefined);
    this.state.token.value = null;
    this.state.view.value = null;
    this.state.streaming.value = false;
  }

  private sit(token: string) {
    this.state.token.value = token;
    this.stream?.stop();
    this.stream = new LiveStream(api.streamPath, token, {
      event: (event) => this.take(event),
      connected: (open) => (this.state.streaming.value = open),
      refused: () => this.expire(),
    });
  }

  private take(event: LiveEvent) {
    const news = newsIn(event);
    if (!news) return;
    this.heard.take(news);
    this.state.takeNews(news);
  }

  private async refresh() {
    const heard = this.heard.ofAnyone();
    const outcome = await api.look(this.token);
    if (outcome.kind === 'ok' && heard === this.heard.ofAnyone()) this.state.takeView(outcome.body);
  }

  private send(act: Act, candidate: number): Promise<Outcome<Card>> {
    switch (act) {
      case 'resume':
        return api.resume(this.token, candidate);
      case 'confirm':
      case 'confirm_again':
        return api.setPresence(this.token, candidate, true);
      case 'cancel':
        return api.setPresence(this.token, candidate, false);
      case 'end':
        return api.end(this.token, candidate);
    }
  }

  private get token() {
    return this.state.token.value ?? '';
  }

  private setBusy(candidate: number, busy: boolean) {
    const numbers = new Set(this.state.busy.value);
    if (busy) numbers.add(candidate);
    else numbers.delete(candidate);
    this.state.busy.value = numbers;
  }

  /** True when the box no longer knows this invigilator, who is then asked to enter again. */
  private lost(outcome: Outcome<unknown>): boolean {
    const gone = outcome.kind === 'refused' && outcome.problem.status === 401;
    if (gone) this.expire();
    return gone;
  }

  private expire() {
    this.state.expired.value = true;
    void this.leave();
  }
}
