// SPDX-License-Identifier: Apache-2.0
// The whole of a test in the oldest browser that we support.
import assert from "node:assert/strict";
import { test } from "node:test";
import { CandidatePage } from "./support/candidate_page.mjs";
import { packOf } from "./support/kinds_pack.mjs";
import { choice, drawing, word } from "./support/models.mjs";
import { oldChromium } from "./support/old_chromium.mjs";
import { until } from "./support/patience.mjs";
import { pupils } from "./support/roster.mjs";
import { packWith } from "./support/short_pack.mjs";
import { assertPagesBehaved, setStage } from "./support/stage.mjs";

const length = 16; // one of each competence
const rules = { maximum_assessment_length: length, minimum_answers: 10 };

test("Chromium 109 is enough", async (t) => {
  const { site, browsers } = await setStage({
    pack: packWith(rules, packOf([choice, drawing, word])),
    program: oldChromium(),
  });
  const [pupil] = pupils;
  const invigilator = await site.client.enter(site.session.invigilator_password);
  const candidate = new CandidatePage(await browsers.station(), site, length);
  const { page } = candidate;
  assert.match(page.context().browser().version(), /^109\./);

  await t.test("the candidate joins, reads and begins", async () => {
    await candidate.begin(pupil, invigilator);
  });

  await t.test("three questions of different kinds are answered", async () => {
    const kinds = new Set();
    for (; kinds.size < 3; await candidate.seeQuestion(candidate.number + 1)) {
      kinds.add(await candidate.kind());
      await candidate.answer();
    }
  });

  await t.test("an answer given while the box is down leaves when it is back", async () => {
    site.powerOff();
    await candidate.answer();
    await candidate.badge("Hors ligne – gardé sur ce poste (1)").waitFor();
    await site.powerOn();
    await candidate.seeQuestion(candidate.number + 1);
    await candidate.badge("Enregistré").waitFor();
  });

  await t.test("a reload brings the same question back", async () => {
    await page.reload();
    await candidate.heading(`Question ${candidate.number} sur ${length}`).waitFor();
  });

  await t.test("the test is finished, and each answer arrived once", async () => {
    for (; !candidate.isLast; await candidate.seeQuestion(candidate.number + 1))
      await candidate.answer();
    await candidate.answer();
    await candidate.heading("Test terminé").waitFor();
    await page.getByText("Toutes vos réponses sont arrivées").waitFor();
    await invigilator.finalise();
    await until(
      "the receipt is there",
      async () => (await invigilator.look()).seal.state === "received",
    );
    const stored = site.storedAnswers().map(({ number, value }) => ({ number, value }));
    assert.deepEqual(stored, candidate.given);
  });

  await assertPagesBehaved(t, browsers);
});
