// SPDX-License-Identifier: Apache-2.0
// Forty candidates of another room of the same box are at work while one sits a test in a browser
// and an invigilator looks on: both stay as quick as ever, and nothing is lost.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { BoxClient } from "./support/box_client.mjs";
import { CandidatePage } from "./support/candidate_page.mjs";
import { InvigilatorPage } from "./support/invigilator_page.mjs";
import { Line } from "./support/line.mjs";
import { pupils } from "./support/roster.mjs";
import { openSecondRoom } from "./support/second_room.mjs";
import { assertPagesBehaved, setStage } from "./support/stage.mjs";

const crowdSize = 40;
const thinkMs = 800;
const questions = 32;
const quickMs = 1000;

const median = (times) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)];

/** Answers a question every `thinkMs`, by the API, until the test is finished. */
async function sitAtEase(candidate, place) {
  await pause((thinkMs * place) / crowdSize); // not all at the same instant
  while (candidate.view.phase === "in_progress") {
    await candidate.passUntil(candidate.view.answered + 1);
    await pause(thinkMs);
  }
}

test("forty candidates at work slow nobody down", async (t) => {
  const { site, browsers } = await setStage();
  const { session, roster } = await openSecondRoom(site, crowdSize);
  const invigilators = new BoxClient(site.client.root);
  invigilators.session = session.number;
  const other = await invigilators.enter(session.invigilator_password);

  const crowd = [];
  for (const pupil of roster) {
    const line = await Line.to(site.port); // the box counts what each address asks
    after(() => line.close());
    const client = new BoxClient(`http://127.0.0.1:${line.port}`);
    client.session = session.number;
    crowd.push(await client.join(pupil));
    await other.confirm(pupil);
    await crowd.at(-1).start(session.access_code);
  }

  const room = new InvigilatorPage(await browsers.station(), site);
  await room.open();
  await room.enter();
  await room.seeRoom();
  const candidate = new CandidatePage(await browsers.station(), site);
  const [pupil] = pupils;
  await candidate.begin(pupil, room);

  const working = Promise.all(crowd.map(sitAtEase));
  await t.test("a test in a browser, and the grid", async (t) => {
    const next = [];
    const grid = [];
    for (let number = 1; number < questions; ++number) {
      await candidate.validate(await candidate.prepare());
      const start = performance.now();
      await candidate.confirm();
      await candidate.heading(`Question ${number + 1} sur`).waitFor();
      next.push(performance.now() - start);
      await room.see(pupil, `${number} / ${questions}`);
      grid.push(performance.now() - start);
      await candidate.seeQuestion(number + 1);
    }
    t.diagnostic(`next question after ${median(next).toFixed(0)} ms, most often`);
    t.diagnostic(`on the grid after ${median(grid).toFixed(0)} ms, most often`);
    assert.ok(median(next) < quickMs && median(grid) < quickMs);
    await candidate.answer();
    await candidate.heading("Test terminé").waitFor();
  });

  await t.test("the forty are finished, with every answer", async () => {
    await working;
    const { candidates } = await other.look();
    for (const card of candidates) {
      assert.equal(card.phase, "finished");
      assert.equal(card.answered, questions);
    }
    assert.equal(candidates.length, crowdSize);
  });

  await assertPagesBehaved(t, browsers);
});
