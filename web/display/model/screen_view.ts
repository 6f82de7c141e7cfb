// SPDX-License-Identifier: Apache-2.0

/** What anybody in the room may see: no name, no code (docs/api). */
export interface ScreenView {
  session: { number: string; site: string; room: string; date: string; time: string };
  /** What candidates type in their browser. */
  address: string;
  /** The address as rows of modules, "1" for a dark one. */
  qr: string[];
  box_time: string;
  state: 'waiting' | 'running' | 'paused' | 'finished';
  counts: {
    enrolled: number;
    present: number;
    authorised: number;
    in_progress: number;
    finished: number;
  };
  /** When the last test ends, as things are; null while that is not known. */
  ends_at: string | null;
  message: { number: number; text: string; at: string } | null;
}

/** Everybody who has come, whatever they do now. */
export function presentIn({ counts }: ScreenView): number {
  return counts.present + counts.authorised + counts.in_progress + counts.finished;
}
