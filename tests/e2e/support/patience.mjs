// SPDX-License-Identifier: Apache-2.0
import { setTimeout as pause } from "node:timers/promises";

/** How long a state is waited for, on a machine that has other things to do. */
export const patienceMs = 60_000;

/** Asks until the answer is truthy, and returns it. Fails with `what` after `ms`. */
export async function until(what, ask, ms = patienceMs) {
  const end = performance.now() + ms;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (performance.now() > end) throw new Error(`in ${ms} ms it never happened: ${what}`);
    await pause(50);
  }
}

/** Tries until nothing is thrown; fails as the last try did. A page may be a moment behind its keys. */
export async function eventually(assertion, ms = patienceMs) {
  for (const end = performance.now() + ms; ; await pause(50)) {
    try {
      return await assertion();
    } catch (error) {
      if (performance.now() > end) throw error;
    }
  }
}
