// SPDX-License-Identifier: Apache-2.0
// A disk that is full in the middle of a test: the box stops with a clear line, and what it had
// acknowledged is there when there is room again.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { until } from "./support/patience.mjs";
import { programs } from "./support/places.mjs";
import { pupilNamed } from "./support/roster.mjs";
import { Site } from "./support/site.mjs";

const diskFailed = 3; // the exit code that asks for another start

/** Runs the site's box itself, with files that cannot grow much: a write past that fails. */
function startCramped(site) {
  const box = join(site.data, "box");
  const largest = Math.max(
    ...readdirSync(box, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => statSync(join(box, name)).size),
  );
  const serve = `prlimit --fsize=${largest + 40_000} ${programs}/preau-box serve --config ${site.data}/box.toml`;
  const child = spawn("sh", ["-c", `trap "" XFSZ; exec ${serve}`]);
  process.on("exit", () => child.kill("SIGKILL"));
  child.said = "";
  child.stderr.setEncoding("utf8").on("data", (text) => (child.said += text));
  return child;
}

test("a full disk loses no acknowledged answer", async (t) => {
  const site = await Site.start();
  t.after(() => site.stop());
  const pupil = pupilNamed("ABADIE");
  const invigilator = await site.client.enter(site.session.invigilator_password);
  const candidate = await site.client.join(pupil);
  await invigilator.confirm(pupil);
  await candidate.start(site.session.access_code);

  site.powerOff();
  const box = startCramped(site);
  const ended = once(box, "close"); // all that it said has been heard by then
  await until("the cramped box listens", () => site.client.isThere());
  await site.unlock(site.session, site.session.day_code);
  await assert.rejects(candidate.passUntil(32), "the disk was full before the last question");
  const acknowledged = candidate.view.answered;
  const [code] = await ended;
  assert.equal(code, diskFailed);
  assert.match(box.said, /disk\.failed why="append to the journal: /);
  assert.ok(acknowledged > 0, "some answers were saved before");

  await site.powerOn();
  const { answered } = await candidate.look();
  assert.ok(answered >= acknowledged, `${acknowledged} acknowledged, ${answered} found`);
  await candidate.passUntil(32);
  assert.equal((await candidate.look()).phase, "finished");
});
