// SPDX-License-Identifier: Apache-2.0
// The time is over: under both rules that a certification version may have, for whoever stopped
// and whoever had a technical problem, with enough answers and with too few.
import assert from "node:assert/strict";
import { test } from "node:test";
import { assertAccessible } from "./support/access.mjs";
import { CandidatePage } from "./support/candidate_page.mjs";
import { packOf } from "./support/kinds_pack.mjs";
import { choice, drawing, word } from "./support/models.mjs";
import { eventually, until } from "./support/patience.mjs";
import { pupils } from "./support/roster.mjs";
import { sealedResults } from "./support/sealed_events.mjs";
import { packWith } from "./support/short_pack.mjs";
import { assertPagesBehaved, ownLine, setStage } from "./support/stage.mjs";

const length = 16;
const enough = 10;
const few = 2;
const overMs = 240_000; // a minute, on a machine that has other things to do

const answers = { qcu: "2", qcm: "1,3", qroc: "42" };

const reasons = [
  { reason: "candidate", count: enough, status: "validated", comment: "none", degraded: true },
  { reason: "technical", count: enough, status: "validated", comment: "none", degraded: false },
  { reason: "candidate", count: few, status: "rejected", comment: "lack_of_answers" },
  {
    reason: "technical",
    count: few,
    status: "cancelled",
    comment: "lack_of_answers_for_technical_reason",
  },
];

/** A session of one minute; each row of the table is a candidate, at work until the time is over. */
async function hold(deadline_policy) {
  const rules = {
    maximum_assessment_length: length,
    minimum_answers: enough,
    assessment_duration_minutes: 1,
    deadline_policy,
  };
  const { site, browsers } = await setStage({
    pack: packWith(rules, packOf([choice, drawing, word])),
  });
  const invigilator = await site.client.enter(site.session.invigilator_password);
  const rows = [];
  for (const [index, row] of reasons.entries()) {
    const { here } = await ownLine(site, browsers);
    const candidate = new CandidatePage(await browsers.station(), here, length);
    const pupil = pupils[index];
    let token = "";
    candidate.page.on("request", (request) => {
      token = request.headers().authorization?.replace("Bearer ", "") ?? token;
    });
    await candidate.begin(pupil, invigilator);
    // A slow machine would not do it by mouse in the minute that there is.
    const seated = site.client.candidate(token);
    await seated.look();
    await seated.answerUntil(row.count, ({ kind }) => answers[kind]);
    await candidate.seeQuestion(row.count + 1);
    rows.push({ ...row, candidate, pupil });
  }
  return { site, browsers, invigilator, rows };
}

/** Closes the session with the rows' reasons and compares what the box decided with them. */
async function assertResults({ site, invigilator, rows }) {
  await invigilator.finalise((card) => rows[card.number - 1].reason);
  await until(
    "the receipt is there",
    async () => (await invigilator.look()).seal.state === "received",
  );
  const results = sealedResults(site);
  for (const { pupil, reason, count, status, comment, degraded = false } of rows) {
    const found = results.get(pupil.number);
    assert.deepEqual(
      { status: found.status, comment: found.comment, degraded: found.degraded },
      { status, comment, degraded },
      `${reason}, ${count} answers`,
    );
  }
}

test("the time is over", { concurrency: true }, async (t) => {
  const asking = t.test("the invigilator is asked", async (t) => {
    const room = await hold("ask-invigilator");
    for (const { candidate } of room.rows)
      await candidate.page.getByText("Votre temps est écoulé").waitFor({ timeout: overMs });
    await eventually(async () => {
      const cards = (await room.invigilator.look()).candidates.slice(0, room.rows.length);
      for (const { flags, phase } of cards) {
        assert.equal(phase, "in_progress");
        assert.ok(flags.includes("deadline_passed"), flags);
      }
    });
    const [{ candidate }] = room.rows;
    await candidate.page.reload(); // the tab says so as well
    await candidate.heading(`Question ${enough + 1} sur`).waitFor();
    await eventually(async () => assert.match(await candidate.page.title(), /^Temps écoulé – /));
    await assertAccessible(candidate.page, "question, the time is over");
    await candidate.answer();
    await candidate.heading(`Question ${enough + 2} sur`).waitFor();
    await assertResults(room);
    for (const row of room.rows) await row.candidate.heading("La session est terminée").waitFor();
    await assertPagesBehaved(t, room.browsers);
  });

  const closing = t.test("the test is closed", async (t) => {
    const room = await hold("close");
    for (const { candidate, count } of room.rows) {
      await candidate.heading("Votre temps est écoulé").waitFor({ timeout: overMs });
      await candidate.page.getByText(`${count} réponses enregistrées sur ${length}`).waitFor();
      await candidate.button("Je valide").waitFor({ state: "detached" });
    }
    await assertAccessible(room.rows[0].candidate.page, "ended by the time");
    await assertResults(room);
    await assertPagesBehaved(t, room.browsers);
  });

  await Promise.all([asking, closing]);
});
