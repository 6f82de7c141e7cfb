// SPDX-License-Identifier: Apache-2.0
import { batch, effect } from '@preact/signals';
import type { Outcome } from '../../shared/api/outcome.ts';
import { troubleOf, type Trouble } from '../../shared/api/trouble.ts';
import { plainDisplay, type Display } from '../model/display.ts';
import { isHoldingAnswers } from '../model/held.ts';
import type { JoinRequest } from '../model/join_form.ts';
import { newLink, reached } from '../model/link.ts';
import { wantedLock, type Lockdown } from '../model/lockdown.ts';
import type { Question } from '../model/question.ts';
import { attemptOf, type ReportReason, type View } from '../model/view.ts';
import { newAttempt, type Attempt, type Memory } from '../outbox/memory.ts';
import { fr } from '../words/fr.ts';
import { dropCode } from './address.ts';
import { Answers } from './answers.ts';
import * as api from './api.ts';
import { Choices } from './choices.ts';
import { Conduct, type ReplyTaker } from './conduct.ts';
import { Contact } from './contact.ts';
import { Drafts } from './drafts.ts';
import type { Entering } from './entering.ts';
import { inTurn } from './in_turn.ts';
import { LockdownWatch } from './lockdown.ts';
import { StationState } from './state.ts';
import { Tabs } from './tabs.ts';
import { Views } from './views.ts';

/** This station during a test: what people do on the screens, and what the box says. */
export class Station {
  readonly state = new StationState();
  private readonly views = new Views(this.state);
  private readonly answers: Answers;
  private readonly conduct: Conduct;
  private readonly choices: Choices;
  private readonly drafts: Drafts;
  private readonly watch: LockdownWatch;
  private readonly tabs: Tabs;
  private contact: Contact | undefined;
  private readonly choosing = inTurn();

  constructor(
    private readonly memory: Memory,
    private readonly entering: Entering,
  ) {
    const taker: ReplyTaker = {
      view: ({ view }, tripMs) => this.takeView(view, tripMs),
      refused: (outcome) => this.lookAgain(outcome),
    };
    this.conduct = new Conduct(this.state, memory, taker);
    this.choices = new Choices(this.state, taker);
    this.drafts = new Drafts(this.state, memory);
    this.answers = new Answers(this.state, memory.shelf, this.conduct, {
      view: taker.view,
      moved: () => this.moved(),
      stale: () => void this.refresh(),
    });
    this.watch = new LockdownWatch({
      changed: (lockdown) => this.lockdownChanged(lockdown),
      wanted: () => this.wantedLock(),
    });
    this.tabs = new Tabs((other) => void this.tabChanged(other));
    setInterval(() => (this.state.now.value = performance.now()), 1000);
    effect(() => {
      if (this.state.phase.value) this.watch.ping();
    });
    effect(() => {
      if (this.isOver) this.clearStation();
    });
  }

  /** Reads the station's memory and takes a test up again if one was under way. */
  async restore() {
    this.tabs.take();
    await this.takeUp();
    this.state.restored.value = true;
  }

  /** Safe to repeat after a lost reply. */
  async join(request: JoinRequest): Promise<Trouble | undefined> {
    const outcome = await this.entering.join(request, this.watch.lockdown);
    if (outcome.kind !== 'ok') return troubleOf(outcome, fr.boxUnreachable);
    const { token, view } = outcome.body;
    const attempt: Attempt = { ...newAttempt, token, attempt: attemptOf(view) };
    await this.memory.keepAttempt(attempt);
    await this.answers.restore(attempt.attempt);
    this.views.forget();
    this.state.elsewhere.value = false;
    this.state.attempt.value = attempt; // kept answers leave as soon as the view lets them
    this.takeView(view, outcome.tripMs);
    this.choices.joined(this.state.view.value ?? view);
    this.act(attempt);
    dropCode();
    return undefined;
  }

  /**
   * Changes what the station remembers of its choices. Kept first, then shown: a page that is
   * reloaded at once must not ask again. A station that cannot keep a choice goes on without.
   */
  choose(choice: Partial<Attempt>): Promise<void> {
    return this.choosing(() => this.keepChoice(choice));
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
  answer(question: Question, value: string): Promise<void> {
    return this.answers.add(question, value);
  }

  /** Remembers the answer being prepared. */
  draft({ item }: Question, value: string) {
    this.drafts.prepare(item, value);
  }

  /** Shows a timed or focus question, after the screen that announces it. */
  show(question: Question) {
    void this.conduct.open(question);
  }

  /** The candidate left the page of a question in focus mode. */
  left(question: Question) {
    this.conduct.left(question);
  }

  /** Tells the invigilator that something is wrong with the question; what the box refused, if so. */
  report(question: Question, reason: ReportReason): Promise<Trouble | undefined> {
    return this.choices.report(question, reason);
  }

  /** How the candidate wants to read, from now on and at any station. */
  chooseDisplay(display: Display) {
    this.choices.display(display);
  }

  /** Somebody else's name: the box forgets that they sat here, and so does this station. */
  async notMe() {
    this.entering.leave(this.state.attempt.value?.token ?? '');
    await this.leave();
  }

  /** Back to the first screen, for the same person or the next one. */
  async leave() {
    this.contact?.stop();
    this.answers.setOpen(false);
    if (!this.state.elsewhere.value) dropCode();
    await this.memory.forget();
    const { state } = this;
    state.attempt.value = state.view.value = state.savedAt.value = null;
    state.leftItem.value = state.notice.value = null;
    state.display.value = plainDisplay;
    this.drafts.forget();
    this.choices.forget();
    state.elsewhere.value = state.broken.value = false;
    state.link.value = newLink;
    state.tooLate.value = 0;
  }

  /** The test goes on in this tab, and no longer in the other one. */
  async takeTab() {
    this.tabs.take();
    await this.tabChanged(false);
  }

  /** The candidate asks to try now. */
  readonly retryNow = () => {
    this.contact?.beatNow();
    this.answers.wake();
    if (!this.state.view.value) void this.refresh();
  };

  private async keepChoice(choice: Partial<Attempt>) {
    const { attempt } = this.state;
    const { value: before } = attempt;
    if (!before) return;
    if (!this.isOver)
      await this.memory.keepAttempt({ ...before, ...choice }).catch(() => undefined);
    if (attempt.value?.token === before.token) attempt.value = { ...attempt.value, ...choice };
  }

  private async takeUp() {
    const attempt = await this.memory.attempt();
    if (!attempt) return;
    const draft = await this.memory.draft();
    const left = await this.memory.left();
    if (draft?.attempt === attempt.attempt) this.drafts.restore(draft);
    if (left?.attempt === attempt.attempt) this.conduct.restore(left);
    await this.answers.restore(attempt.attempt);
    this.watch.remember(attempt.companion);
    this.act({ ...newAttempt, ...attempt });
    void this.refresh();
  }

  private act(attempt: Attempt) {
    this.state.attempt.value = attempt;
    this.contact?.stop();
    this.contact = new Contact(attempt.token, {
      lockdown: () => this.watch.lockdown,
      view: (view) => this.takeView(view),
      beat: (outcome) => this.takeBeat(outcome),
      nextTry: (at) => (this.state.nextTry.value = at),
      stale: () => void this.refresh(),
      awake: () => this.answers.wake(),
      refused: () => this.moved(),
    });
    this.openAnswers();
  }

  private async refresh() {
    const token = this.state.attempt.value?.token;
    if (!token) return;
    const outcome = await api.look(token);
    if (token !== this.state.attempt.value?.token) return;
    if (outcome.kind === 'ok') this.takeView(outcome.body, outcome.tripMs);
    if (isMoved(outcome)) this.moved();
    if (outcome.kind === 'unreachable') this.state.heard(outcome);
  }

  private takeView(told: View, tripMs = 0) {
    batch(() => {
      const view = this.views.take(told, tripMs);
      if (!view) return;
      this.choices.seen(view);
      this.drafts.seen(view);
      this.conduct.seen(view);
      this.openAnswers();
    });
  }

  /** A station that waits, or a test that is held, keeps its answers here. */
  private openAnswers() {
    const { value: view } = this.state.view;
    const waits = view !== null && (view.access === 'waiting' || isHoldingAnswers(view));
    this.answers.setOpen(!waits && !this.state.otherTab.value);
  }

  private takeBeat(outcome: Outcome<api.Beat>) {
    this.state.heard(outcome);
    if (outcome.kind !== 'ok') return;
    const { view } = this.state;
    const { clock, phase, holds } = outcome.body;
    this.views.takeClock(clock, outcome.tripMs);
    if (phase !== view.value?.phase || holds.join() !== view.value.holds.join())
      void this.refresh();
  }

  private lockdownChanged({ kind, version }: Lockdown) {
    this.contact?.beatNow();
    void this.choose({ companion: kind === 'companion' ? version : null });
  }

  private wantedLock(): boolean | null {
    const { attempt, view, otherTab } = this.state;
    if (otherTab.value) return null; // the tab that has the test decides
    if (!attempt.value) return wantedLock('nobody');
    if (view.value?.phase === 'finished') return wantedLock('after');
    return wantedLock(view.value?.phase === 'in_progress' ? 'in_test' : 'before');
  }

  /** The box refused an act: what the page shows is no longer so. */
  private lookAgain(outcome: Outcome<unknown>) {
    if (isMoved(outcome)) this.moved();
    else void this.refresh();
  }

  private moved() {
    this.state.link.value = reached(performance.now()); // who refuses is there
    this.contact?.stop();
    this.answers.setOpen(false);
    this.state.elsewhere.value = true;
  }

  private async tabChanged(other: boolean) {
    if (other === this.state.otherTab.value) return;
    this.state.otherTab.value = other;
    if (!other) return this.takeUp();
    this.contact?.stop();
    this.answers.setOpen(false);
  }

  /** The test is over and everything has arrived. */
  private get isOver(): boolean {
    return this.state.screen.value === 'finished' && this.state.pending.value === 0;
  }

  /** Nothing of the test stays on this station. */
  private clearStation() {
    this.contact?.stop();
    void this.memory.forget().catch(() => undefined);
  }
}

function isMoved(outcome: Outcome<unknown>): boolean {
  return outcome.kind === 'refused' && outcome.problem.status === 401;
}
