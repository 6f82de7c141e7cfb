// SPDX-License-Identifier: Apache-2.0
// Everything that can be cut during an answer, and for how long: the answer is kept, it counts
// once, and the candidate's time is fair. All at the same time, each on a cable of its own.
import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { CandidatePage } from "./support/candidate_page.mjs";
import { until } from "./support/patience.mjs";
import { pupils } from "./support/roster.mjs";
import { assertPagesBehaved, ownLine, setStage } from "./support/stage.mjs";

/** What is lost for longer is given back by the box itself. */
const givenBackAfterMs = 10_000;
/** A beat before the cut, and finding the box again after it. */
const slackMs = 8_000;
const beatMsMax = 5_000;

const { site, browsers } = await setStage();
let invigilator = await site.client.enter(site.session.invigilator_password);
const seated = [];

/** A candidate at the second question, on a cable of their own. */
async function seat(openStation = async () => ({ page: await browsers.station() })) {
  const { line, here } = await ownLine(site, browsers);
  const browser = await openStation();
  const candidate = new CandidatePage(browser.page, here);
  const pupil = pupils[seated.length];
  await candidate.begin(pupil, invigilator);
  await candidate.answer();
  await candidate.seeQuestion(2);
  await candidate.page.evaluate(() => (window.visit = "the same"));
  const one = { pupil, line, candidate, browser };
  seated.push(one);
  return one;
}

const cardOf = (pupil) => invigilator.card(pupil.number);
const clockOf = async (pupil) => (await cardOf(pupil)).clock.remaining_ms;

/** Runs `act`; returns what the candidate's clock and everybody's clock went on by. */
async function timed(pupil, act) {
  const start = performance.now(); // before the first look, so that it is never the shorter one
  const before = await clockOf(pupil);
  await act();
  return { used: before - (await clockOf(pupil)), elapsed: performance.now() - start };
}

const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;

/** By situation: how the candidate's time went. */
const times = new Map();

/** Time that was lost for `lostMs` is the candidate's again when that is long enough. */
function assertFair(t, { used, elapsed }, lostMs) {
  const time = `cut ${seconds(lostMs)} of ${seconds(elapsed)}, the clock took ${seconds(used)}`;
  t.diagnostic(time);
  times.set(t.name, time);
  // What was lost began with the last beat that came before the cut.
  assert.ok(used >= -beatMsMax, `the clock went backwards: ${used}`);
  assert.ok(used <= elapsed, "the clock ran too fast");
  if (lostMs > givenBackAfterMs)
    assert.ok(used <= elapsed - lostMs + slackMs, `${seconds(lostMs)} were not given back`);
}

const isSameVisit = ({ page }) => page.evaluate(() => window.visit === "the same");

/** The question after, without a reload; the box has `answered` answers and no more. */
async function seeArrived({ candidate, pupil }, answered = 2) {
  await candidate.seeQuestion(answered + 1);
  await candidate.badge("Enregistré").waitFor();
  assert.equal((await cardOf(pupil)).answered, answered);
}

async function cutFor(t, one, act, ms) {
  const { candidate, line, pupil } = one;
  let lost = 0;
  const time = await timed(pupil, async () => {
    const start = performance.now();
    await line[act]();
    await candidate.answer();
    if (ms > givenBackAfterMs)
      await candidate.badge("Hors ligne – gardé sur ce poste (1)").waitFor();
    await pause(ms - (performance.now() - start));
    await line.restore();
    lost = performance.now() - start;
    await seeArrived(one);
  });
  assert.ok(await isSameVisit(candidate), "nobody reloaded");
  assertFair(t, time, lost);
}

const situations = {};
for (const ms of [3_000, 30_000, 300_000]) {
  situations[`nobody listens for ${ms / 1000} s`] = {
    run: (t, one) => cutFor(t, one, "stopListening", ms),
  };
  situations[`the cable is unplugged for ${ms / 1000} s`] = {
    run: (t, one) => cutFor(t, one, "unplug", ms),
  };
}

situations["the reply is lost after the box recorded the answer"] = {
  async run(t, one) {
    const { candidate, line, pupil } = one;
    const time = await timed(pupil, async () => {
      await line.swallowReplies();
      await candidate.answer();
      await until("the box has it", async () => (await cardOf(pupil)).answered === 2);
      await line.restore();
      await seeArrived(one);
    });
    assert.ok(await isSameVisit(candidate), "nobody reloaded");
    assertFair(t, time, 0);
  },
};

situations["the browser is killed and opened again, the box out of reach"] = {
  station: () => browsers.killable(),
  async run(t, one) {
    const { candidate, line, pupil, browser } = one;
    const time = await timed(pupil, async () => {
      await line.stopListening();
      await candidate.answer();
      await candidate.badge("Hors ligne – gardé sur ce poste (1)").waitFor();
      const address = candidate.page.url();
      await browser.kill();
      candidate.page = await browser.open();
      await candidate.page.goto(address);
      await candidate.page.getByText("1 réponse est gardée sur ce poste").waitFor();
      await line.restore();
      await candidate.heading("Question 3 sur").waitFor();
    });
    assert.equal((await cardOf(pupil)).answered, 2);
    candidate.number = 3;
    assertFair(t, time, 0);
  },
};

situations["the test goes on at another PC, the first out of reach"] = {
  async run(t, one) {
    const { candidate, line, pupil } = one;
    const second = new CandidatePage(await browsers.station(), site);
    const time = await timed(pupil, async () => {
      await line.stopListening();
      await candidate.answer();
      await candidate.badge("Hors ligne – gardé sur ce poste (1)").waitFor();
      await second.join(pupil);
      await second.heading("Le surveillant doit autoriser ce poste").waitFor();
      await invigilator.resume(pupil);
      await second.heading("Question 2 sur").waitFor();
      second.number = 2;
      await second.skip();
      await second.seeQuestion(3);
      await line.restore();
      await candidate.heading("Votre test continue sur un autre poste").waitFor();
      await candidate.page.getByText("1 réponse gardée sur ce poste").waitFor();
    });
    assert.equal((await cardOf(pupil)).answered, 2);
    second.given = [candidate.given[0], ...second.given];
    one.candidate = second;
    assertFair(t, time, 0);
  },
};

test("whatever is cut during an answer", { concurrency: true }, async (t) => {
  const rows = [];
  for (const [name, { run, station }] of Object.entries(situations))
    rows.push({ name, run, one: await seat(station) });
  await Promise.all(rows.map(({ name, run, one }) => t.test(name, (t) => run(t, one))));

  await t.test("the box is killed and started again, for all of them", async (t) => {
    const { pupil } = seated[0];
    let lost = 0;
    const time = await timed(pupil, async () => {
      const start = performance.now();
      site.powerOff();
      await Promise.all(seated.map(({ candidate }) => candidate.answer()));
      for (const { candidate } of seated)
        await candidate.badge("Hors ligne – gardé sur ce poste (1)").waitFor();
      await site.powerOn();
      lost = performance.now() - start;
      invigilator = await site.client.enter(site.session.invigilator_password);
      for (const one of seated) await seeArrived(one, 3);
    });
    assertFair(t, time, lost);
  });

  await t.test("the platform has every answer once, and no other", async () => {
    await invigilator.finalise();
    await until(
      "the receipt is there",
      async () => (await invigilator.look()).seal.state === "received",
    );
    const stored = site.storedAnswers();
    for (const { pupil, candidate } of seated) {
      const of = stored.filter((one) => one.candidate === pupil.number);
      assert.deepEqual(
        of.map(({ number, value }) => ({ number, value })),
        candidate.given,
      );
    }
    for (const [situation, time] of times)
      console.log(`cuts: ${situation}: answer kept, counted once, time fair (${time})`);
  });

  await assertPagesBehaved(t, browsers);
});
