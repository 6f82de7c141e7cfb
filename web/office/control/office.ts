// SPDX-License-Identifier: Apache-2.0
import { signal } from '@preact/signals';
import { troubleOf, type Trouble } from '../../shared/api/trouble.ts';
import type { DeliveriesView } from '../model/delivery.ts';
import { fr } from '../words/fr.ts';
import * as api from './api.ts';

const tokenKey = 'preau-office';
const lookEveryMs = 4000;

/** Where the token is kept: until the tab is closed, since an office's computer has many users. */
type Drawer = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** What the office's screens are drawn from, and every act of theirs. */
export class Office {
  readonly token = signal<string | null>(null);
  /** The box no longer knows the token: the entry says why one is back there. */
  readonly expired = signal(false);
  readonly view = signal<DeliveriesView | null>(null);
  readonly unreachable = signal(false);
  /** A try was asked for, and nothing has been heard of it yet. */
  readonly asked = signal(false);
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly drawer: Drawer) {}

  restore() {
    const kept = this.drawer.getItem(tokenKey);
    if (kept) this.begin(kept);
  }

  async enter(code: string): Promise<Trouble | undefined> {
    const outcome = await api.enter(code);
    if (outcome.kind !== 'ok') return troubleOf(outcome, fr.boxUnreachable);
    this.drawer.setItem(tokenKey, outcome.body.token);
    this.expired.value = false;
    this.begin(outcome.body.token);
    return undefined;
  }

  leave(expired = false) {
    clearTimeout(this.timer);
    this.drawer.removeItem(tokenKey);
    this.token.value = null;
    this.view.value = null;
    this.unreachable.value = false;
    this.expired.value = expired;
  }

  async tryNow() {
    const token = this.token.peek();
    if (token === null || this.asked.peek()) return;
    this.asked.value = true;
    const outcome = await api.tryNow(token);
    if (outcome.kind !== 'ok') this.asked.value = false;
    setTimeout(() => (this.asked.value = false), lookEveryMs);
  }

  private begin(token: string) {
    this.token.value = token;
    void this.look(token);
  }

  private async look(token: string) {
    const outcome = await api.deliveries(token);
    if (this.token.peek() !== token) return;
    if (outcome.kind === 'refused' && outcome.problem.status === 401) return this.leave(true);
    this.unreachable.value = outcome.kind !== 'ok';
    if (outcome.kind === 'ok') this.view.value = outcome.body;
    this.timer = setTimeout(() => void this.look(token), lookEveryMs);
  }
}
