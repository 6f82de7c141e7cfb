// SPDX-License-Identifier: Apache-2.0

/** The box tells silences every 5 s, of stations that beat every 2 s: below, one is there right now. */
const nowMs = 8000;
const longAgoMs = 10_000;

/** "20 s", "3 min", "1 h 05"; nothing when it was just now. Coarse, so that the grid stays calm. */
export function agoInWords(ms: number): string | undefined {
  if (ms < nowMs) return undefined;
  const seconds = Math.floor(ms / 1000);
  if (seconds < 60) return `${Math.floor(seconds / 5) * 5}\u00a0s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes}\u00a0min`;
  return `${Math.floor(minutes / 60)}\u00a0h\u00a0${String(minutes % 60).padStart(2, '0')}`;
}

export function isLongAgo(ms: number): boolean {
  return ms > longAgoMs;
}
