// SPDX-License-Identifier: Apache-2.0
// Stations that say every two seconds that they are there, as candidates' pages do.
import { after } from "node:test";

const beatMs = 2000;
const unlocked = { kind: "none", version: "" };

export class BeatingHearts {
  #candidates = new Set();

  constructor() {
    const timer = setInterval(() => {
      for (const candidate of this.#candidates) void this.beat(candidate);
    }, beatMs);
    after(() => clearInterval(timer));
  }

  add(candidate) {
    this.#candidates.add(candidate);
    return this.beat(candidate);
  }

  /** As when its plug is pulled. */
  stop(candidate) {
    this.#candidates.delete(candidate);
  }

  beat({ client, token }) {
    const body = { lockdown: unlocked };
    return client.call("POST", "/candidates/me/heartbeat", { token, body }).catch(() => {});
  }
}
