// SPDX-License-Identifier: Apache-2.0
// The answer being prepared: on this station's disk at once, on the box a little later.
import { newestDraft } from '../model/draft.ts';
import type { View } from '../model/view.ts';
import type { Draft, Memory } from '../outbox/memory.ts';
import * as api from './api.ts';
import type { StationState } from './state.ts';

const tellMsMin = 5000;
/** Thirty stations do not tell the box at the same moment. */
const tellMsSpread = 3000;

export class Drafts {
  private keeping = false;
  private telling: ReturnType<typeof setTimeout> | undefined;
  /** The question for which this page and the box were compared, or for which one typed here. */
  private settledFor = '';

  constructor(
    private readonly state: StationState,
    private readonly memory: Memory,
  ) {
    addEventListener('pagehide', () => void this.tell(true));
  }

  restore({ item, value, told }: Draft) {
    this.state.draft.value = { item, value, told };
  }

  /** The candidate typed or chose. */
  prepare(item: string, value: string) {
    const { draft } = this.state;
    const told = draft.value?.item === item ? draft.value.told : null;
    this.settledFor = item;
    draft.value = { item, value, told };
    void this.keep();
    this.tellLater();
  }

  /** A view arrived: another station may have prepared more than this one. */
  seen({ question, draft: box }: View) {
    const { draft } = this.state;
    if (!question || question.item === this.settledFor) return;
    this.settledFor = question.item;
    draft.value = newestDraft(draft.value, box, question.item);
    if (draft.value) void this.keep();
  }

  forget() {
    clearTimeout(this.telling);
    this.telling = undefined;
    this.settledFor = '';
    this.state.draft.value = null;
  }

  /** One write at a time; what was typed meanwhile is written after it. */
  private async keep() {
    if (this.keeping) return;
    this.keeping = true;
    for (let kept = null; kept !== this.state.draft.value;) {
      const draft = (kept = this.state.draft.value);
      const attempt = this.state.attempt.value?.attempt;
      if (draft && attempt) await this.memory.keepDraft({ attempt, ...draft }).catch(() => null);
    }
    this.keeping = false;
  }

  private tellLater() {
    this.telling ??= setTimeout(
      () => {
        this.telling = undefined;
        void this.tell();
      },
      tellMsMin + Math.random() * tellMsSpread,
    );
  }

  private async tell(leaving = false) {
    const { draft, attempt, view } = this.state;
    const told = draft.value;
    const asked = view.value?.question?.item;
    if (!told || !attempt.value || told.item !== asked || told.value === told.told) return;
    const outcome = await api.draft(attempt.value.token, told.item, told.value, leaving);
    if (outcome.kind === 'unreachable') return this.tellLater();
    if (outcome.kind !== 'ok' || draft.value?.item !== told.item) return;
    draft.value = { ...draft.value, told: told.value };
    void this.keep();
    if (draft.value.value !== told.value) this.tellLater();
  }
}
