// SPDX-License-Identifier: Apache-2.0
import assert from "node:assert/strict";
import { after } from "node:test";
import { Browsers } from "./browser.mjs";
import { Line } from "./line.mjs";
import { Site } from "./site.mjs";

/**
 * A site and its browsers, put away at the end of the file.
 * `pack`: a function that writes the pack's source; `program`: another browser.
 */
export async function setStage({ pack, program } = {}) {
  const site = await Site.start({ pack });
  const browsers = new Browsers(site.origin, program);
  after(async () => {
    await browsers.close();
    await site.stop();
  });
  return { site, browsers };
}

/**
 * A cable and an address of its own for a station: the box holds a few connections for each
 * address. `here` is the site as this station knows it.
 */
export async function ownLine(site, browsers) {
  const line = await Line.to(site.port);
  after(() => line.close());
  browsers.origins.push(line.origin);
  return { line, here: { origin: line.origin, session: site.session } };
}

/** The last step of every story. */
export async function assertPagesBehaved(t, browsers) {
  await t.test("no page asked for anything elsewhere, nor complained", () => {
    assert.deepEqual(browsers.faults, []);
  });
}
