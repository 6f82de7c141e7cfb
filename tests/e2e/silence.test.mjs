// SPDX-License-Identifier: Apache-2.0
// A station that vanishes is marked on the invigilator's grid within 5 s. One that has a bad cable,
// which loses 5 packets in 100, is not.
import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { CandidatePage } from "./support/candidate_page.mjs";
import { InvigilatorPage } from "./support/invigilator_page.mjs";
import {
  isInOwnNetwork,
  losePackets,
  runInOwnNetwork,
  whyNoOwnNetwork,
} from "./support/lossy_network.mjs";
import { pupils } from "./support/roster.mjs";
import { assertPagesBehaved, ownLine, setStage } from "./support/stage.mjs";

const markedMsMax = 5_000;
const lossPercent = 5;
const watchedMs = 40_000; // twenty beats of each station
const stations = 8;
const triesMax = 8; // for a machine that has other things to do
const silence = /Poste muet/;

/** A station in the middle of a test, on a cable of its own. */
async function seat(site, browsers, invigilator, pupil, page) {
  const { line, here } = await ownLine(site, browsers);
  const candidate = new CandidatePage(page, here);
  await candidate.begin(pupil, invigilator);
  return { line, candidate, pupil };
}

async function enterRoom(site, browsers) {
  const room = new InvigilatorPage(await browsers.station(), site);
  await room.open();
  await room.enter();
  await room.seeRoom();
  return room;
}

async function vanish(t) {
  const { site, browsers } = await setStage();
  const invigilator = await site.client.enter(site.session.invigilator_password);
  const room = await enterRoom(site, browsers);
  const browser = await browsers.killable();
  const killed = await seat(site, browsers, invigilator, pupils[0], browser.page);
  const unplugged = await seat(site, browsers, invigilator, pupils[1], await browsers.station());
  const refused = await seat(site, browsers, invigilator, pupils[2], await browsers.station());
  const ways = {
    "its browser is killed": [killed, () => browser.kill()],
    "its cable is unplugged": [unplugged, () => unplugged.line.unplug()],
    "its connections are refused": [refused, () => refused.line.stopListening()],
  };
  for (const { pupil } of [killed, unplugged, refused]) await room.see(pupil, "En cours");
  const took = [];
  const seeAlive = (pupil) =>
    room.card(pupil).getByText(silence).first().waitFor({ state: "detached" });
  const vanishBy = async (way) => {
    const [{ pupil }, act] = ways[way];
    await seeAlive(pupil);
    const start = performance.now();
    await act();
    await room.see(pupil, silence);
    took.push(performance.now() - start);
    t.diagnostic(`${way}: marked after ${(took.at(-1) / 1000).toFixed(1)} s`);
  };
  for (const way of Object.keys(ways)) await vanishBy(way);
  await unplugged.line.restore();
  await seeAlive(unplugged.pupil);
  // A machine with other things to do only ever adds to it.
  for (let tries = took.length; tries < triesMax && Math.min(...took) > markedMsMax; ++tries) {
    await vanishBy("its cable is unplugged");
    await unplugged.line.restore();
    await seeAlive(unplugged.pupil);
  }
  assert.ok(Math.min(...took) <= markedMsMax, `${took} ms`);
  await assertPagesBehaved(t, browsers);
}

async function losePacketsWithoutAlarm(t) {
  const { site, browsers } = await setStage();
  const invigilator = await site.client.enter(site.session.invigilator_password);
  const room = await enterRoom(site, browsers);
  for (const pupil of pupils.slice(0, stations))
    await seat(site, browsers, invigilator, pupil, await browsers.station());
  await room.page.evaluate((words) => {
    window.alarms = [];
    const look = () => {
      for (const card of document.querySelectorAll("main li"))
        if (new RegExp(words).test(card.innerText)) window.alarms.push(card.innerText);
    };
    new MutationObserver(look).observe(document.body, {
      childList: true,
      subtree: true,
      characterData: true,
    });
  }, silence.source);
  losePackets(site.port, lossPercent);
  const flagged = [];
  for (const end = performance.now() + watchedMs; performance.now() < end; await pause(250))
    for (const { number, flags } of (await invigilator.look()).candidates)
      if (flags.includes("silent") || flags.includes("offline")) flagged.push({ number, flags });
  assert.deepEqual(flagged, []);
  assert.deepEqual(await room.page.evaluate(() => window.alarms), []);
}

if (isInOwnNetwork) {
  test("a bad cable is no alarm", losePacketsWithoutAlarm);
} else {
  test("a vanished station is marked", vanish);
  test("a bad cable is no alarm", { skip: whyNoOwnNetwork() }, (t) => {
    const { passed, said } = runInOwnNetwork(fileURLToPath(import.meta.url));
    t.diagnostic(said);
    assert.ok(passed, said);
  });
}
