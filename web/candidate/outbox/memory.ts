// SPDX-License-Identifier: Apache-2.0
import { openDatabase, type Database } from '../../shared/store/database.ts';
import type { Prepared } from '../model/draft.ts';
import type { Entry, Shelf } from './outbox.ts';

/** What this station remembers of the test under way; no name, only what lets it go on. */
export interface Attempt {
  token: string;
  attempt: string;
  identityConfirmed: boolean;
  rulesAccepted: boolean;
  /** The candidate asked not to confirm ordinary answers. */
  confirmsNoMore: boolean;
  /** Questions that have an English version are shown in English. */
  english: boolean;
  /** The number of the invigilator's last message that was read. */
  messageRead: number;
  /** The companion's version when it last replied; null without one. */
  companion: string | null;
}

export const newAttempt = {
  identityConfirmed: false,
  rulesAccepted: false,
  confirmsNoMore: false,
  english: false,
  messageRead: 0,
  companion: null,
};

/** An answer being prepared: it comes back after a reload. */
export interface Draft extends Prepared {
  attempt: string;
}

/** A focus question whose page the candidate left, and the box does not know yet. */
export interface Left {
  attempt: string;
  number: number;
  item: string;
}

/** The station's memory in IndexedDB. */
export class Memory {
  static async open(): Promise<Memory> {
    return new Memory(
      await openDatabase('preau-candidate', [{ name: 'kept' }, { name: 'outbox', keyPath: 'id' }]),
    );
  }

  private constructor(private readonly database: Database) {}

  readonly shelf: Shelf = {
    all: () => this.database.all<Entry>('outbox'),
    put: (entry) => this.database.put('outbox', entry),
    remove: (id) => this.database.remove('outbox', id),
  };

  attempt(): Promise<Attempt | undefined> {
    return this.database.get<Attempt>('kept', 'attempt');
  }

  keepAttempt(attempt: Attempt): Promise<void> {
    return this.database.put('kept', attempt, 'attempt');
  }

  draft(): Promise<Draft | undefined> {
    return this.database.get<Draft>('kept', 'draft');
  }

  keepDraft(draft: Draft): Promise<void> {
    return this.database.put('kept', draft, 'draft');
  }

  left(): Promise<Left | undefined> {
    return this.database.get<Left>('kept', 'left');
  }

  keepLeft(left: Left): Promise<void> {
    return this.database.put('kept', left, 'left');
  }

  forgetLeft(): Promise<void> {
    return this.database.remove('kept', 'left');
  }

  /** The test is over or left: the next person at this station finds nothing. The outbox stays. */
  forget(): Promise<void> {
    return this.database.clear('kept');
  }
}
