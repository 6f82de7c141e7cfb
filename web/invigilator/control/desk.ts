// SPDX-License-Identifier: Apache-2.0
import { batch } from '@preact/signals';
import { newCommandId } from '../../shared/api/command_id.ts';
import type { Outcome } from '../../shared/api/outcome.ts';
import { troubleOf, type Trouble } from '../../shared/api/trouble.ts';
import type { LiveEvent } from '../../shared/live/event_parser.ts';
import { LiveStream } from '../../shared/live/live_stream.ts';
import type { Database } from '../../shared/store/database.ts';
import { candidateOf, type Act } from '../model/act.ts';
import type { AbortReasonLine } from '../model/closing.ts';
import { Heard } from '../model/heard.ts';
import { newsIn, newsOf, type News } from '../model/news.ts';
import { ActQueue, type QueuedAct, type Verdict } from '../queue/act_queue.ts';
import { actsIn } from '../queue/act_store.ts';
import { actInWords, fr } from '../words/fr.ts';
import * as api from './api.ts';
import { Bell } from './bell.ts';
import { Dialogs } from './dialogs.ts';
import { DeskState } from './state.ts';

/** Where the invigilator's token survives a reload; null when the browser keeps nothing. */
export type Drawer = Database | null;

/** The invigilator's desk: what they do, and what the box says. */
export class Desk {
  readonly state = new DeskState();
  readonly dialogs = new Dialogs();
  readonly bell: Bell;
  private readonly queue: ActQueue;
  private readonly heard = new Heard();
  private stream: LiveStream | undefined;
  private untold: News[] = [];

  constructor(private readonly drawer: Drawer) {
    this.queue = new ActQueue(actsIn(drawer), {
      changed: (queue) => this.showQueue(queue),
      send: (queued) => this.send(queued),
      refused: (queued, title) => this.tellRefusal(queued, title),
    });
    this.bell = new Bell(this.state.alerts, drawer);
    setInterval(() => this.tick(), 1000);
    addEventListener('online', () => this.wake());
    document.addEventListener('visibilitychange', () => this.wake());
  }

  async restore() {
    await this.queue.restore();
    await this.bell.restore();
    this.state.name.value = (await this.kept('name')) ?? '';
    this.state.session.value = (await this.kept('session')) ?? '';
    const token = await this.kept('token');
    if (token) this.sit(token);
    this.state.restored.value = true;
  }

  async enter(session: string, password: string, name: string): Promise<Trouble | undefined> {
    const outcome = await api.enter(session, password, name);
    if (outcome.kind !== 'ok') return troubleOf(outcome, fr.boxUnreachable);
    this.state.expired.value = false;
    this.state.name.value = name;
    this.state.session.value = session;
    this.hear([{ of: 'session', view: outcome.body.view }]);
    this.sit(outcome.body.token);
    await this.keep('name', name);
    await this.keep('session', session);
    await this.keep('token', outcome.body.token);
    return undefined;
  }

  /** Gives the code of the day; a desk that was at the session finds it as it was. */
  async unlock(session: string, password: string, code: string): Promise<Trouble | undefined> {
    const outcome = await api.unlock(session, password, code);
    if (outcome.kind !== 'ok') return troubleOf(outcome, fr.boxUnreachable);
    const token = this.state.token.value;
    if (token) this.sit(token);
    return undefined;
  }

  /** Queues one act: it is done once, now or when the box can be reached again. */
  async act(act: Act) {
    const session = this.state.view.value?.session.number;
    if (session) await this.queue.add({ id: newCommandId(), session, act });
  }

  /** Takes back an act that still waits. */
  withdraw(id: string) {
    void this.queue.remove(id);
  }

  dismiss(id: string) {
    this.state.refusals.value = this.state.refusals.value.filter((one) => one.id !== id);
  }

  file(candidate: number) {
    return this.ask(api.file(this.token, candidate));
  }

  seats() {
    return this.ask(api.seats(this.token));
  }

  async finalise(reasons: AbortReasonLine[]): Promise<Trouble | undefined> {
    const heard = this.heard.ofAnyone();
    const outcome = await this.ask(api.finalise(this.token, reasons));
    if (outcome.kind !== 'ok') {
      void this.refresh();
      return troubleOf(outcome, fr.boxUnreachable);
    }
    if (heard === this.heard.ofAnyone()) this.hear([{ of: 'session', view: outcome.body }]);
    return undefined;
  }

  async leave() {
    this.stream?.stop();
    this.queue.close();
    this.dialogs.closeAll();
    this.state.forget();
    await this.drawer?.remove('kept', 'token').catch(() => undefined);
  }

  private sit(token: string) {
    this.state.token.value = token;
    this.stream?.stop();
    this.state.streaming.value = false;
    this.stream = new LiveStream(api.streamPath, token, {
      event: (event) => this.take(event),
      connected: (open) => {
        this.state.streaming.value = open;
        if (!open) return;
        this.state.locked.value = false;
        this.queue.wake();
      },
      refused: () => this.expire(),
      locked: () => (this.state.locked.value = true),
    });
  }

  /** The events of one piece of the stream are drawn together. */
  private take(event: LiveEvent) {
    const news = newsIn(event);
    if (!news) return;
    this.heard.take(news);
    this.untold.push(news);
    if (this.untold.length === 1) queueMicrotask(() => this.hear(this.untold.splice(0)));
  }

  private hear(news: News[]) {
    this.state.take(news);
    const session = this.state.view.value?.session.number;
    if (session) this.queue.open(session);
  }

  private async refresh() {
    const heard = this.heard.ofAnyone();
    const outcome = await api.look(this.token);
    if (outcome.kind === 'ok' && heard === this.heard.ofAnyone())
      this.hear([{ of: 'session', view: outcome.body }]);
  }

  private async send(queued: QueuedAct): Promise<Verdict> {
    const candidate = candidateOf(queued.act);
    const heard = () =>
      candidate === null ? this.heard.ofAnyone() : this.heard.ofCandidate(candidate);
    const before = heard();
    const outcome = await this.ask(api.perform(this.token, queued));
    if (outcome.kind === 'ok') {
      if (before === heard()) this.hear([newsOf(outcome.body)]);
      return { kind: 'done' };
    }
    if (outcome.kind === 'unreachable') return { kind: 'later', afterMs: outcome.retryAfterMs };
    if (outcome.problem.status === 401) return { kind: 'stopped' };
    void this.refresh();
    return { kind: 'refused', title: outcome.problem.title };
  }

  private tick() {
    this.state.now.value = performance.now();
    const token = this.state.token.value;
    if (token && this.state.streaming.value && this.state.stale.value) this.sit(token);
  }

  /** A tablet that was asleep does not know that its stream is dead: it asks again at once. */
  private wake() {
    if (document.visibilityState === 'hidden') return;
    this.queue.wake();
    this.state.now.value = performance.now();
    const token = this.state.token.value;
    if (token && this.state.isOld()) this.sit(token);
  }

  private showQueue(queue: ActQueue) {
    batch(() => {
      this.state.pending.value = queue.ofSession();
      this.state.keptActs.value = queue.acts.length;
      this.state.late.value = queue.late;
    });
  }

  private tellRefusal({ id, act }: QueuedAct, title: string) {
    const text = fr.refused(actInWords(act), title);
    this.state.refusals.value = [
      ...this.state.refusals.value,
      { id, candidate: candidateOf(act), text },
    ];
  }

  /** Whom the box no longer knows is asked to enter again. */
  private async ask<T>(asked: Promise<Outcome<T>>): Promise<Outcome<T>> {
    const outcome = await asked;
    if (outcome.kind === 'refused' && outcome.problem.status === 401) this.expire();
    return outcome;
  }

  private expire() {
    this.state.expired.value = true;
    void this.leave();
  }

  private get token() {
    return this.state.token.value ?? '';
  }

  private kept(key: string) {
    return this.drawer?.get<string>('kept', key).catch(() => undefined);
  }

  private async keep(key: string, value: string) {
    await this.drawer?.put('kept', value, key).catch(() => undefined);
  }
}
