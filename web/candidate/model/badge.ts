// SPDX-License-Identifier: Apache-2.0
import type { View } from './view.ts';

/** Where the answers of this test are, without embellishment. */
export type Badge =
  | { kind: 'ready'; answered: number }
  /** On the box's disk, and on its second copy when there is one. */
  | { kind: 'saved'; at: number; copies: View['copies'] }
  | { kind: 'sending' }
  | { kind: 'kept'; count: number }
  /** The box does not take answers now: it will, when the test goes on. */
  | { kind: 'held'; count: number }
  | { kind: 'error' };

export interface SavingState {
  answered: number;
  /** When the box last acknowledged an answer of this page (Date.now()), if it did. */
  savedAt: number | null;
  copies: View['copies'];
  pending: number;
  /** The last try of the answer in flight failed. */
  failing: boolean;
  /** The test is held. */
  held: boolean;
  /** The station could not keep an answer. */
  broken: boolean;
}

export function badgeOf(state: SavingState): Badge {
  const { pending: count, copies } = state;
  if (state.broken) return { kind: 'error' };
  if (count > 0 && state.failing) return { kind: 'kept', count };
  if (count > 0) return state.held ? { kind: 'held', count } : { kind: 'sending' };
  if (state.savedAt !== null) return { kind: 'saved', at: state.savedAt, copies };
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
  if (wasTrouble) return badge.kind === 'sending' || badge.kind === 'held' ? before : 'saved_again';
  return before;
}
