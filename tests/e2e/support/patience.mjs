// SPDX-License-Identifier: Apache-2.0
import { setTimeout as pause } from "node:timers/promises";

/** Asks until the answer is truthy, and returns it. Fails with `what` after `ms`. */
export async function until(what, ask, ms = 20_000) {
  const end = performance.now() + ms;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (performance.now() > end) throw new Error(`in ${ms} ms it never happened: ${what}`);
    await pause(50);
  }
}
