// SPDX-License-Identifier: Apache-2.0
// The companion as schools get it: a policy file taken from the box makes the browser install it.
// The policy is put in the system's folder as this one browser sees it, in a namespace of its own.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { Browsers } from "./support/browser.mjs";
import {
  Elsewhere,
  ask,
  programSeeing,
  served,
  silenceMs,
  whyNoMount,
} from "./support/companion.mjs";
import { Firefox } from "./support/firefox.mjs";
import { until } from "./support/patience.mjs";
import { chromiumProgram, firefoxProgram } from "./support/places.mjs";
import { Site } from "./support/site.mjs";

const chromiumFolder = "/etc/chromium";
const firefoxFolder = "/usr/lib/firefox-esr/distribution";

test("a policy file of the box installs the companion from the box", async (t) => {
  const site = await Site.start();
  const elsewhere = await Elsewhere.start();
  const folder = mkdtempSync(join(tmpdir(), "preau-companion-"));
  after(async () => {
    elsewhere.stop();
    await site.stop();
    rmSync(folder, { recursive: true, maxRetries: 20 });
  });
  const ofSchool = elsewhere.at("examen.example.org", "");
  const seeing = async (program, file, policy, over) => {
    const shown = join(folder, over);
    mkdirSync(join(shown, file, ".."), { recursive: true });
    writeFileSync(join(shown, file), withBox(ofSchool, JSON.parse(await served(site, policy))));
    return programSeeing(program, shown, over, join(folder, "browser.sh"));
  };
  const installed = (page) =>
    until("the companion answers", async () => {
      await page.goto(elsewhere.at("examen.lan", "/room"));
      return ask(page, "ping", silenceMs);
    });
  const loads = (page, address) =>
    page.evaluate(
      (url) =>
        fetch(url, { mode: "no-cors" }).then(
          () => true,
          () => false,
        ),
      address,
    );
  const locksAndUnlocks = async (page) => {
    const away = elsewhere.at("other.lan", "/away");
    assert.equal((await ask(page, "lock")).locked, true);
    assert.equal(await loads(page, away), false);
    assert.equal(await loads(page, elsewhere.at("examen.lan", "/here")), true);
    assert.equal((await ask(page, "unlock")).locked, false);
    assert.equal(await loads(page, away), true);
  };
  const obeysThePolicy = async (page) => {
    await page.goto(`${ofSchool}/room`);
    // Chromium takes a moment to hand a policy to an extension.
    await until("the school's box may lock", async () => (await ask(page, "lock")).locked);
    await ask(page, "unlock");
    await page.goto(elsewhere.at("other.example.org", "/room"));
    assert.equal((await ask(page, "lock")).locked, false);
  };

  await t.test("Chromium", { skip: whyNoMount(chromiumFolder) }, async () => {
    const file = "policies/managed/preau.json";
    const browsers = new Browsers(site.origin, {
      executablePath: await seeing(chromiumProgram, file, "policies/chromium.json", chromiumFolder),
      ignoreDefaultArgs: ["--disable-extensions", "--disable-background-networking"],
      args: ["--host-resolver-rules=MAP *.lan 127.0.0.1, MAP *.example.org 127.0.0.1"],
    });
    try {
      const { page } = await browsers.killable();
      await installed(page);
      await locksAndUnlocks(page);
      await obeysThePolicy(page);
    } finally {
      await browsers.close();
    }
  });

  await t.test("Firefox ESR", { skip: whyNoMount(firefoxFolder) }, async () => {
    const policy = "policies/policies.json";
    const firefox = await Firefox.start(site.origin, {
      executablePath: await seeing(firefoxProgram, "policies.json", policy, firefoxFolder),
    });
    try {
      const { page } = await firefox.page();
      await installed(page);
      await locksAndUnlocks(page);
      await obeysThePolicy(page);
    } finally {
      await firefox.close();
    }
  });
});

/** The policy file, and one more box: at a name that the companion would not take for local. */
function withBox(box, file) {
  const lists = [file["3rdparty"]?.extensions, file.policies?.["3rdparty"].Extensions];
  for (const settings of lists.filter(Boolean).flatMap(Object.values)) settings.boxes.push(box);
  return JSON.stringify(file);
}
