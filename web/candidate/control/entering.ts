// SPDX-License-Identifier: Apache-2.0
// Coming in, under a token drawn here, and going away when it was somebody else's name.
import { newCommandId } from '../../shared/api/command_id.ts';
import type { Outcome } from '../../shared/api/outcome.ts';
import type { JoinRequest } from '../model/join_form.ts';
import type { Lockdown } from '../model/lockdown.ts';
import type { View } from '../model/view.ts';
import * as api from './api.ts';
import { insist } from './insist.ts';

/** How often a box that does not answer is told that somebody left. */
const leaveTries = 20;

export interface Entered {
  token: string;
  view: View;
}

export class Entering {
  /** Who tried to come in, and under which token: the reply may have been lost on its way. */
  private last = { who: '', token: '' };

  constructor(
    /** What this station is called ("" when nobody named it). */
    private readonly seat: () => Promise<string>,
  ) {}

  /** Safe to repeat: the same person comes in under the same token, until the box has replied. */
  async join(request: JoinRequest, lockdown: Lockdown): Promise<Outcome<Entered>> {
    const who = JSON.stringify(request);
    if (this.last.who !== who) this.last = { who, token: newCommandId() };
    const { token } = this.last;
    const seat = await this.seat();
    const outcome = await api.join(request, { token, seat, lockdown });
    if (outcome.kind !== 'ok') return outcome;
    this.last = { who: '', token: '' };
    return { ...outcome, body: { token, view: outcome.body.view } };
  }

  /** They never sat here. The page does not wait for it. */
  leave(token: string) {
    let tries = 0;
    void insist(() => api.leave(token), {
      wanted: () => ++tries <= leaveTries,
      missed: () => undefined,
      pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      chance: Math.random,
    });
  }
}
