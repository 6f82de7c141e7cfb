// SPDX-License-Identifier: Apache-2.0
import { timeLeft } from '../../shared/time/words.ts';

/** Below, each second counts. */
const preciseMs = 600_000;

/** "1 h 18" or "44 min", and "9:59" towards the end: a grid whose digits stand still is read faster. */
export function roughTimeLeft(ms: number): string {
  if (ms < preciseMs) return timeLeft(ms);
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 60) return `${minutes}\u00a0min`;
  return `${Math.floor(minutes / 60)}\u00a0h\u00a0${String(minutes % 60).padStart(2, '0')}`;
}
