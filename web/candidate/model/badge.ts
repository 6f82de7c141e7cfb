// SPDX-License-Identifier: Apache-2.0

/** Where the answers of this test are, without embellishment. */
export type Badge =
  | { kind: 'ready'; answered: number }
  | { kind: 'saved'; at: number }
  | { kind: 'sending' }
  | { kind: 'kept'; count: number }
  | { kind: 'error' };

export interface SavingState {
  answered: number;
  /** When the box last acknowledged an answer of this page (Date.now()), if it did. */
  savedAt: number | null;
  pending: number;
  /** The last try of the answer in flight failed. */
  failing: boolean;
  /** The station could not keep an answer. */
  broken: boolean;
}

export function badgeOf(state: SavingState): Badge {
  if (state.broken) return { kind: 'error' };
  if (state.pending > 0)
    return state.failing ? { kind: 'kept', count: state.pending } : { kind: 'sending' };
  if (state.savedAt !== null) return { kind: 'saved', at: state.savedAt };
  return { kind: 'ready', answered: state.answered };
}

export type Announcement = 'kept' | 'error' | 'saved_again';

/**
 * What a screen reader is told when the badge changes: trouble, and the end of trouble. The
 * ordinary coming and going of each answer stays silent.
 */
export function announcementBetween(
  before: Announcement | null,
  badge: Badge,
): Announcement | null {
  if (badge.kind === 'kept' || badge.kind === 'error') return badge.kind;
  const wasTrouble = before === 'kept' || before === 'error';
  if (wasTrouble) return badge.kind === 'sending' ? before : 'saved_again';
  return before;
}
