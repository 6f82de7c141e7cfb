// SPDX-License-Identifier: Apache-2.0
import type { Display } from '../model/display.ts';

const key = 'preau-display';

/**
 * The display of someone who has not joined yet, on this station, until its tab is closed. A station
 * that keeps nothing goes on without.
 */
export function displayKeptHere(): Display | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? '') as Display;
  } catch {
    return undefined;
  }
}

/** Undefined: nothing is kept any more. */
export function keepDisplayHere(display: Display | undefined) {
  try {
    if (display) sessionStorage.setItem(key, JSON.stringify(display));
    else sessionStorage.removeItem(key);
  } catch {
    // refused: it lasts as long as the page
  }
}
