// SPDX-License-Identifier: Apache-2.0
import { batch, effect } from '@preact/signals';
import { newCommandId } from '../../shared/api/command_id.ts';
import type { Outcome } from '../../shared/api/outcome.ts';
import { troubleOf, type Trouble } from '../../shared/api/trouble.ts';
import { countdownFrom, type Clock } from '../../shared/time/countdown.ts';
import type { JoinRequest } from '../model/join_form.ts';
import { missed, newLink, reached } from '../model/link.ts';
import { plainDisplay, type Display } from '../model/display.ts';
import { isNewer } from '../model/newer.ts';
import type { Question } from '../model/question.ts';
import { attemptOf, type ReportReason, type View } from '../model/view.ts';
import { wholeView } from '../model/whole_view.ts';
import type { Attempt, Memory } from '../outbox/memory.ts';
import { Outbox, type Entry } from '../outbox/outbox.ts';
import type { Verdict } from '../outbox/verdict.ts';
import { fr } from '../words/fr.ts';
import * as api from './api.ts';
import { Choices } from './choices.ts';
import { Conduct, type ReplyTaker } from './conduct.ts';
import { Contact } from './contact.ts';
import { StationState } from './state.ts';
import { watchOtherTabs } from './tabs.ts';

/** This station during a test: what people do on the screens, and what the box says. */
export class Station {
  readonly state = new StationState();
  private readonly outbox: Outbox<api.ViewReply>;
  private readonly conduct: Conduct;
  private readonly choices: Choices;
  private contact: Contact | undefined;
  /** Whose token the answer in flight left with. */
  private sendingAs = '';

  constructor(private readonly memory: Memory) {
    this.outbox = new Outbox({
      shelf: memory.shelf,
      send: (entry) => this.send(entry),
      later: (ms, act) => {
        const timer = setTimeout(act, ms);
        return () => clearTimeout(timer);
      },
      chance: Math.random,
      changed: (state) => (this.state.outbox.value = state),
      settled: (verdict, entry, outcome) => this.settled(verdict, entry, outcome),
    });
    const taker: ReplyTaker = {
      view: ({ view }, tripMs) => this.takeView(view, tripMs),
      refused: (outcome) => this.lookAgain(outcome),
    };
    this.conduct = new Conduct(this.state, taker);
    this.choices = new Choices(this.state, taker);
    setInterval(() => (this.state.now.value = performance.now()), 1000);
    effect(() => {
      if (this.state.screen.value === 'finished' && this.state.pending.value === 0)
        this.clearStation();
    });
  }

  /** Reads the station's memory and takes a test up again if one was under way. */
  async restore() {
    const attempt = await this.memory.attempt();
    const draft = await this.memory.draft();
    if (attempt) {
      if (draft?.attempt === attempt.attempt) this.state.draft.value = draft;
      await this.outbox.restore(attempt.attempt);
      this.act(attempt);
      void this.refresh();
    }
    this.state.restored.value = true;
    watchOtherTabs((other) => (this.state.otherTab.value = other));
  }

  async join(request: JoinRequest): Promise<Trouble | undefined> {
    const outcome = await api.join(request);
    if (outcome.kind !== 'ok') return troubleOf(outcome, fr.boxUnreachable);
    const { token, view } = outcome.body;
    const attempt: Attempt = {
      token,
      attempt: attemptOf(view),
      identityConfirmed: false,
      rulesAccepted: false,
      confirmsNoMore: false,
      english: false,
    };
    await this.memory.keepAttempt(attempt);
    await this.outbox.restore(attempt.attempt);
    this.state.view.value = null;
    this.state.elsewhere.value = false;
    this.state.attempt.value = attempt; // kept answers leave as soon as the view lets them
    this.takeView(view, outcome.tripMs);
    this.choices.joined(this.state.view.value ?? view);
    this.act(attempt);
    return undefined;
  }

  /**
   * Changes what the station remembers of its choices. Kept first, then shown: a page that is
   * reloaded at once must not ask again. A station that cannot keep a choice goes on without.
   */
  async choose(choice: Partial<Attempt>) {
    const { attempt } = this.state;
    const { value: before } = attempt;
    if (!before) return;
    await this.memory.keepAttempt({ ...before, ...choice }).catch(() => undefined);
    if (attempt.value?.token === before.token) attempt.value = { ...attempt.value, ...choice };
  }

  async start(accessCode: string): Promise<Trouble | undefined> {
    const outcome = await api.start(this.state.attempt.value?.token ?? '', accessCode);
    if (outcome.kind === 'ok') {
      this.takeView(outcome.body, outcome.tripMs);
      return undefined;
    }
    void this.refresh();
    return troubleOf(outcome, fr.boxUnreachable);
  }

  /** Keeps an answer on this station, then sends it until the box has it. */
  async answer(question: Question, value: string) {
    const { number, item } = question;
    const attempt = this.state.attempt.value?.attempt ?? '';
    this.state.notice.value = null;
    try {
      await this.outbox.add({ id: newCommandId(), attempt, number, item, value });
      this.state.broken.value = false;
    } catch {
      this.state.broken.value = true;
      this.state.notice.value = fr.question.notKept;
    }
  }

  /** Remembers the answer being prepared. */
  draft({ item }: Question, value: string) {
    const attempt = this.state.attempt.value?.attempt;
    this.state.draft.value = { item, value };
    if (attempt) void this.memory.keepDraft({ attempt, item, value }).catch(() => undefined);
  }

  /** Shows a timed or focus question, after the screen that announces it. */
  show(question: Question) {
    void this.conduct.open(question);
  }

  /** The candidate left the page of a question in focus mode. */
  left(question: Question) {
    void this.conduct.left(question);
  }

  /** Tells the invigilator that something is wrong with the question; what the box refused, if so. */
  report(question: Question, reason: ReportReason): Promise<Trouble | undefined> {
    return this.choices.report(question, reason);
  }

  /** How the candidate wants to read, from now on and at any station. */
  chooseDisplay(display: Display) {
    this.choices.display(display);
  }

  /** Back to the first screen, for the same person or the next one. */
  async leave() {
    this.contact?.stop();
    this.outbox.setOpen(false);
    await this.memory.forget();
    const { state } = this;
    state.attempt.value = state.view.value = state.draft.value = state.savedAt.value = null;
    state.leftItem.value = null;
    state.display.value = plainDisplay;
    this.choices.forget();
    state.elsewhere.value = state.broken.value = false;
    state.link.value = newLink;
    state.tooLate.value = 0;
  }

  /** The candidate asks to try now. */
  readonly retryNow = () => {
    this.contact?.beatNow();
    this.outbox.wake();
    if (!this.state.view.value) void this.refresh();
  };

  private act(attempt: Attempt) {
    this.state.attempt.value = attempt;
    this.contact?.stop();
    this.contact = new Contact(attempt.token, {
      view: (view) => this.takeView(view),
      beat: (outcome) => this.takeBeat(outcome),
      stale: () => void this.refresh(),
      awake: () => this.outbox.wake(),
      refused: () => this.moved(),
    });
    this.outbox.setOpen(this.state.view.value?.access !== 'waiting');
  }

  private async refresh() {
    const token = this.state.attempt.value?.token;
    if (!token) return;
    const outcome = await api.look(token);
    if (token !== this.state.attempt.value?.token) return;
    if (outcome.kind === 'ok') this.takeView(outcome.body, outcome.tripMs);
    if (isMoved(outcome)) this.moved();
    if (outcome.kind === 'unreachable') this.state.link.value = missed(this.state.link.value);
  }

  private takeView(told: View, tripMs = 0) {
    const view = wholeView(told);
    this.state.link.value = reached(performance.now());
    if (!isNewer(view, this.state.view.value)) return;
    batch(() => {
      this.takeClock(view.clock, tripMs);
      this.state.view.value = view;
      this.choices.seen(view);
    });
    this.outbox.setOpen(view.access === 'granted');
  }

  private takeClock(clock: Clock | null, tripMs: number) {
    this.state.now.value = performance.now();
    this.state.countdown.value = clock ? countdownFrom(clock, performance.now(), tripMs) : null;
  }

  private takeBeat(outcome: Outcome<{ clock: Clock | null; phase: string }>) {
    if (outcome.kind === 'unreachable') this.state.link.value = missed(this.state.link.value);
    if (outcome.kind !== 'ok') return;
    this.state.link.value = reached(performance.now());
    this.takeClock(outcome.body.clock, outcome.tripMs);
    if (outcome.body.phase !== this.state.view.value?.phase) void this.refresh();
  }

  private async send(entry: Entry): Promise<Outcome<api.ViewReply>> {
    this.sendingAs = this.state.attempt.value?.token ?? '';
    if (!(await this.conduct.tellFirst(entry.item)))
      return { kind: 'unreachable', retryAfterMs: 0 };
    const outcome = await api.answer(this.sendingAs, entry);
    const { link } = this.state;
    link.value = outcome.kind === 'unreachable' ? missed(link.value) : reached(performance.now());
    return outcome;
  }

  private settled(
    verdict: Exclude<Verdict, 'retry'>,
    _entry: Entry,
    outcome: Outcome<api.ViewReply>,
  ) {
    const { state } = this;
    if (this.sendingAs !== state.attempt.value?.token) return; // left, or entered anew meanwhile
    if (outcome.kind === 'ok') {
      state.savedAt.value = Date.now();
      return this.takeView(outcome.body.view, outcome.tripMs);
    }
    if (verdict === 'elsewhere') return this.moved();
    if (verdict === 'too_late') state.tooLate.value += 1;
    if (verdict === 'superseded') state.notice.value = fr.question.superseded;
    if (verdict === 'rejected' && outcome.kind === 'refused')
      state.notice.value = outcome.problem.title;
    void this.refresh();
  }

  /** The box refused an act: what the page shows is no longer so. */
  private lookAgain(outcome: Outcome<unknown>) {
    if (isMoved(outcome)) this.moved();
    else void this.refresh();
  }

  private moved() {
    this.contact?.stop();
    this.outbox.setOpen(false);
    this.state.elsewhere.value = true;
  }

  /** The test is over and everything has arrived: nothing of it stays on this station. */
  private clearStation() {
    this.contact?.stop();
    void this.memory.forget().catch(() => undefined);
  }
}

function isMoved(outcome: Outcome<unknown>): boolean {
  return outcome.kind === 'refused' && outcome.problem.status === 401;
}
