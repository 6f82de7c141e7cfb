// SPDX-License-Identifier: Apache-2.0
import { computed, effect, signal } from '@preact/signals';
import { frozenAt, remainingAt, type Countdown } from '../../shared/time/countdown.ts';
import { announcementBetween, badgeOf, type Announcement } from '../model/badge.ts';
import type { Prepared } from '../model/draft.ts';
import { isHoldingAnswers } from '../model/held.ts';
import { afterOutcome, isOffline, newLink, type Link } from '../model/link.ts';
import { plainDisplay, type Display } from '../model/display.ts';
import { questionClockOf, questionTimeLeft } from '../model/question_clock.ts';
import { screenOf } from '../model/screen.ts';
import type { Outcome } from '../../shared/api/outcome.ts';
import type { View } from '../model/view.ts';
import type { Attempt } from '../outbox/memory.ts';
import type { OutboxState } from '../outbox/outbox.ts';

/** All that the candidate's screens are drawn from. Only `Station` writes to it. */
export class StationState {
  readonly restored = signal(false);
  readonly attempt = signal<Attempt | null>(null);
  readonly view = signal<View | null>(null);
  readonly elsewhere = signal(false);
  readonly link = signal<Link>(newLink);
  readonly outbox = signal<OutboxState>({ entries: [], failing: false });
  readonly savedAt = signal<number | null>(null);
  readonly broken = signal(false);
  readonly tooLate = signal(0);
  readonly draft = signal<Prepared | null>(null);
  /** The way from the screen before a timed or focus question to the question itself. */
  readonly opening = signal<'no' | 'asking' | 'unreachable'>('no');
  /** The way from a report to the box's reply. */
  readonly reporting = signal<'no' | 'asking' | 'unreachable'>('no');
  /** How the candidate wants to read: chosen here, or brought by the box. */
  readonly display = signal<Display>(plainDisplay);
  /** The focus question whose page the candidate left, told to the box or not yet. */
  readonly leftItem = signal<string | null>(null);
  /** A sentence above the question about what just happened. */
  readonly notice = signal<string | null>(null);
  /** The test is in another tab of this station. */
  readonly otherTab = signal(false);
  /** When the box is asked again after a miss (performance.now()). */
  readonly nextTry = signal<number | null>(null);
  readonly countdown = signal<Countdown | null>(null);
  /** performance.now(), refreshed once a second. */
  readonly now = signal(performance.now());

  readonly offline = computed(() => isOffline(this.link.value));
  readonly pending = computed(() => this.outbox.value.entries.length);

  readonly phase = computed(() => this.view.value?.phase);
  readonly held = computed(() => this.view.value !== null && isHoldingAnswers(this.view.value));
  /** The invigilator's last message, unless it was read. */
  readonly unread = computed(() => {
    const message = this.view.value?.message;
    return message && message.number > (this.attempt.value?.messageRead ?? 0) ? message : null;
  });

  readonly screen = computed(() =>
    screenOf({
      restored: this.restored.value,
      otherTab: this.otherTab.value,
      hasToken: this.attempt.value !== null,
      elsewhere: this.elsewhere.value,
      view: this.view.value,
      identityConfirmed: this.attempt.value?.identityConfirmed ?? false,
      rulesAccepted: this.attempt.value?.rulesAccepted ?? false,
      pending: this.outbox.value.entries.map((entry) => entry.number),
    }),
  );

  readonly badge = computed(() =>
    badgeOf({
      answered: this.view.value?.answered ?? 0,
      savedAt: this.savedAt.value,
      copies: this.view.value?.copies ?? 'box',
      held: this.held.value,
      pending: this.pending.value,
      failing: this.outbox.value.failing && (this.offline.value || !this.held.value),
      broken: this.broken.value,
    }),
  );

  /** What screen readers were last told about the badge. */
  readonly announcement = signal<Announcement | null>(null);

  constructor() {
    effect(() => {
      this.announcement.value = announcementBetween(this.announcement.peek(), this.badge.value);
    });
  }

  /** The box replied to a request, or did not. */
  heard(outcome: Outcome<unknown>) {
    this.link.value = afterOutcome(this.link.value, outcome, performance.now());
  }

  /** The countdown as shown: while the link is cut, stopped at the last contact, like the box's. */
  readonly shownCountdown = computed(() => {
    const countdown = this.countdown.value;
    if (!countdown || !this.offline.value) return countdown;
    return frozenAt(countdown, this.link.value.lastContact ?? countdown.at);
  });

  readonly remainingMs = computed(() => {
    const countdown = this.shownCountdown.value;
    return countdown ? remainingAt(countdown, this.now.value) : null;
  });

  private readonly questionClock = computed(() =>
    this.view.value ? questionClockOf(this.view.value) : null,
  );

  /** What is left for the question on the screen; null when it is not timed. */
  readonly questionRemainingMs = computed(() => {
    const clock = this.questionClock.value;
    const exam = this.remainingMs.value;
    return clock && exam !== null ? questionTimeLeft(clock, exam) : null;
  });

  /** The page of the question on the screen was left, in focus mode. */
  readonly focusLost = computed(() => {
    const question = this.view.value?.question;
    return question?.focus_lost || question?.item === this.leftItem.value;
  });
}
