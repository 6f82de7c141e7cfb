// SPDX-License-Identifier: Apache-2.0
import { signal } from '@preact/signals';

/** A dialog about one candidate. */
export type CandidateDialog =
  'file' | 'report' | 'time' | 'end' | 'incident' | 'lockdown' | 'release';
/** A dialog about everybody. */
export type RoomDialog =
  | 'room'
  | 'all_present'
  | 'all_time'
  | 'pause_room'
  | 'message'
  | 'seats'
  | 'without_copy'
  | 'leave';

export type OpenDialog =
  { what: CandidateDialog; candidate: number } | { what: RoomDialog; candidate?: undefined };

/** The dialogs that are open, each over the one it was opened from. */
export class Dialogs {
  readonly stack = signal<OpenDialog[]>([]);

  open(dialog: OpenDialog) {
    this.stack.value = [...this.stack.value, dialog];
  }

  /** Closes the one on top. */
  close() {
    this.stack.value = this.stack.value.slice(0, -1);
  }

  closeAll() {
    this.stack.value = [];
  }
}
