// SPDX-License-Identifier: Apache-2.0
// The companion in Chromium: what it lets through during a test, who may lock, what it survives.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { assertAccessible } from "./support/access.mjs";
import { Browsers } from "./support/browser.mjs";
import { CandidatePage } from "./support/candidate_page.mjs";
import {
  Elsewhere,
  ask,
  chromiumWith,
  served,
  silenceMs,
  unpackCrx,
} from "./support/companion.mjs";
import { eventually, until } from "./support/patience.mjs";
import { pupils } from "./support/roster.mjs";
import { Site } from "./support/site.mjs";

const room = "examen.lan";
const sixHoursMs = 6 * 3_600_000;

test("a computer with the companion reaches nothing but the box during a test", async (t) => {
  const site = await Site.start();
  const elsewhere = await Elsewhere.start();
  const folder = mkdtempSync(join(tmpdir(), "preau-companion-"));
  const extension = unpackCrx(await served(site, "preau.crx"), folder);
  const browsers = new Browsers(site.origin, chromiumWith(extension));
  after(async () => {
    await browsers.close();
    elsewhere.stop();
    await site.stop();
    rmSync(folder, { recursive: true, maxRetries: 20 });
  });
  const station = await browsers.killable();
  const open = async (address) => {
    const page = await station.context.newPage();
    await page.goto(address);
    return page;
  };
  const isBlocked = async (address) => {
    const page = await station.context.newPage();
    const failure = await page.goto(address).then(() => null, String);
    await page.close();
    return failure?.includes("ERR_BLOCKED_BY_CLIENT") ?? false;
  };
  const loads = (page, address) =>
    page.evaluate(
      (url) =>
        fetch(url, { mode: "no-cors" }).then(
          () => true,
          () => false,
        ),
      address,
    );
  const worker = async () =>
    station.context.serviceWorkers()[0] ?? station.context.waitForEvent("serviceworker");
  const ownPage = async () => (await worker()).url().replace("background.js", "state.html");

  let version;
  let page = station.page;
  await page.goto(elsewhere.at(room, "/room"));

  await t.test("it answers the box's pages with its version, and no others", async () => {
    ({ version } = await (await worker()).evaluate(() => chrome.runtime.getManifest()));
    const pong = { preau: 1, from: "companion", type: "pong", version, locked: false };
    assert.deepEqual(await ask(page, "ping"), pong);
    const other = await open(elsewhere.at(room, "/other"));
    assert.equal(await ask(other, "ping", silenceMs), null);
    await other.close();
  });

  await t.test("the candidate's page is one of them", async () => {
    const candidate = await open(`${site.origin}/`);
    assert.equal((await ask(candidate, "ping")).locked, false);
    await candidate.close();
  });

  await t.test("a site of the internet cannot lock a computer", async () => {
    const other = await open(elsewhere.at("example.org", "/room"));
    assert.equal((await ask(other, "lock")).locked, false);
    assert.equal(await isBlocked(elsewhere.at("other.lan")), false);
    await other.close();
  });

  const notes = await open(elsewhere.at("other.lan", "/notes"));

  await t.test("locked: the box answers, nothing else does", async () => {
    assert.equal((await ask(page, "lock")).locked, true);
    const before = elsewhere.asked.length;
    assert.equal(await loads(page, elsewhere.at("other.lan", "/fetched")), false);
    assert.equal(await isBlocked(elsewhere.at("other.lan", "/visited")), true);
    assert.equal(elsewhere.asked.length, before);
    assert.equal(await loads(page, elsewhere.at(room, "/fetched")), true);
  });

  await t.test("locked: other tabs are led to a page that says why", async () => {
    const state = await ownPage();
    const away = (tab) => until("the tab is led away", () => tab.url() === state);
    await away(notes);
    const file = await station.context.newPage();
    await file.goto("file:///etc/hostname").catch(() => undefined); // it is led away meanwhile
    await away(file);
    await file.getByText("ce poste est verrouillé").waitFor();
    assert.equal(
      await file.getByRole("link", { name: "Revenir au test" }).getAttribute("href"),
      elsewhere.at(room, "/"),
    );
    await assertAccessible(file, "locked");
    await file.close();
  });

  await t.test("another port of the same machine can neither lock nor unlock", async () => {
    const other = await open(`${site.origin}/`);
    for (const type of ["lock", "unlock"])
      assert.equal((await ask(other, type)).locked, false, type); // not to this one
    await other.close();
    assert.equal((await ask(page, "ping")).locked, true);
  });

  await t.test("the lock outlives the extension's worker", async () => {
    const memory = await worker();
    await memory.evaluate(() => void (globalThis.remembers = true));
    const cdp = await station.context.newCDPSession(page);
    await cdp.send("ServiceWorker.enable");
    await cdp.send("ServiceWorker.stopAllWorkers");
    assert.equal(await isBlocked(elsewhere.at("other.lan")), true);
    assert.equal((await ask(page, "ping")).locked, true);
    assert.equal(await memory.evaluate(() => globalThis.remembers), undefined); // another one
  });

  await t.test("the lock outlives a killed browser", async () => {
    await station.kill();
    page = await station.open();
    assert.equal(await isBlocked(elsewhere.at("other.lan")), true);
    await page.goto(elsewhere.at(room, "/room"));
    assert.equal((await ask(page, "ping")).locked, true);
  });

  await t.test("unlocked: everything answers again", async () => {
    assert.equal((await ask(page, "unlock")).locked, false);
    assert.equal(await loads(page, elsewhere.at("other.lan", "/fetched")), true);
    assert.equal(await isBlocked(elsewhere.at("other.lan")), false);
    const state = await open(await ownPage());
    await state.getByText("Ce poste n’est pas verrouillé").waitFor();
    await assertAccessible(state, "free");
    await state.close();
  });

  await t.test("a lock whose box never comes back ends after six hours", async () => {
    await ask(page, "lock");
    await (
      await worker()
    ).evaluate(async (age) => {
      const { lock } = await chrome.storage.local.get("lock");
      await chrome.storage.local.set({ lock: { ...lock, since: lock.since - age } });
    }, sixHoursMs);
    await station.kill();
    page = await station.open();
    await until("it is free", async () => !(await isBlocked(elsewhere.at("other.lan"))));
  });

  await t.test("a candidate's own test locks when it begins and frees when it ends", async () => {
    const invigilator = await site.client.enter(site.session.invigilator_password);
    const [pupil] = pupils;
    const candidate = new CandidatePage(await station.context.newPage(), site);
    const away = elsewhere.at("other.lan");
    await candidate.join(pupil);
    await candidate.readInformation();
    await candidate.heading("Le surveillant va confirmer").waitFor();
    await invigilator.confirm(pupil);
    assert.equal(await isBlocked(away), false);
    await candidate.typeAccessCode();
    await candidate.seeQuestion(1);
    await until("it is locked", () => isBlocked(away));
    await eventually(async () => {
      const { lockdown } = await invigilator.card(pupil.number);
      assert.deepEqual(lockdown, { kind: "companion", version });
    });
    await invigilator.end(pupil);
    await candidate.heading("Le surveillant a terminé votre test").waitFor();
    await until("it is free", async () => !(await isBlocked(away)));
  });

  await t.test("the box's own page tells whether the companion is there", async () => {
    const own = await open(`${site.origin}/companion/`);
    await own.getByText("Le compagnon est installé dans ce navigateur (version").waitFor();
    await assertAccessible(own, "the companion's page");
    for (const link of await own.getByRole("link").all()) {
      const path = await link.getAttribute("href");
      const text = await served(site, path.replace("/companion/", ""));
      assert.ok(text.includes(site.origin), path);
    }
    await own.close();
  });
});
