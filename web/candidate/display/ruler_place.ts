// SPDX-License-Identifier: Apache-2.0

/** Where the ruler's middle goes, and how far the page moves under it. CSS pixels, from the top. */
export interface RulerMove {
  at: number;
  scrollBy: number;
}

/** The part of the screen, at its top and its bottom, in which the page moves rather than the ruler. */
const edge = 0.2;

/** The ruler moved by the keyboard. It stays on the screen; text goes on passing under it. */
export function movedRuler(at: number, by: number, screenHeight: number): RulerMove {
  const wanted = at + by;
  const kept = Math.min(screenHeight * (1 - edge), Math.max(screenHeight * edge, wanted));
  const outward = Math.abs(wanted - screenHeight / 2) > Math.abs(at - screenHeight / 2);
  return outward && kept !== wanted
    ? { at: kept, scrollBy: wanted - kept }
    : { at: wanted, scrollBy: 0 };
}
