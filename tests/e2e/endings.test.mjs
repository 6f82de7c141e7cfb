// SPDX-License-Identifier: Apache-2.0
// Every way in which a test ends, as its candidate learns it, and the result that follows.
import assert from "node:assert/strict";
import { test } from "node:test";
import { assertAccessible } from "./support/access.mjs";
import { CandidatePage } from "./support/candidate_page.mjs";
import { packOf } from "./support/kinds_pack.mjs";
import { choice, drawing, word } from "./support/models.mjs";
import { until } from "./support/patience.mjs";
import { pupils } from "./support/roster.mjs";
import { sealedResults } from "./support/sealed_events.mjs";
import { packWith } from "./support/short_pack.mjs";
import { assertPagesBehaved, ownLine, setStage } from "./support/stage.mjs";

const length = 8;
/** So few answers move the estimate less than 32: the scale is narrower in proportion. */
const rules = {
  maximum_assessment_length: length,
  minimum_answers: 4,
  variation_percent: 0,
  mesh_intervals: [
    [-2.5, -1.5],
    [-1.5, 0.5],
    [0.5, 7.5],
  ],
};
/** Where a page learns what has happened. */
const newsPaths = /\/candidates\/me(\/(stream|heartbeat|draft))?$/;
const byInvigilator = "Le surveillant a terminé votre test";
const byClosing = "La session est terminée";

/** Right answers to the questions of the pack, and wrong ones. */
const answers = {
  right: {
    qcu: (page) => page.locator("label.choice input").nth(0).check(),
    qcm: async (page) => {
      for (const place of [0, 2]) await page.locator("label.choice input").nth(place).check();
    },
    qroc: (page) => page.locator("#reponse").fill("messagerie"),
  },
  wrong: {
    qcu: (page) => page.locator("label.choice input").nth(1).check(),
    qcm: async (page) => {
      for (const place of [0, 1]) await page.locator("label.choice input").nth(place).check();
    },
    qroc: (page) => page.locator("#reponse").fill("facture"),
  },
};

test("the ends of a test", async (t) => {
  const { site, browsers } = await setStage({
    pack: packWith(rules, packOf([choice, drawing, word])),
  });
  const invigilator = await site.client.enter(site.session.invigilator_password);
  let seated = 0;

  /** A candidate who has given `count` answers of this kind. */
  const sit = async (how, count) => {
    const { line, here } = await ownLine(site, browsers);
    const candidate = new CandidatePage(await browsers.station(), here, length);
    candidate.line = line;
    candidate.pupil = pupils[seated++];
    await candidate.begin(candidate.pupil, invigilator);
    for (let given = 0; given < count; ++given) {
      await answers[how][await candidate.kind()](candidate.page);
      await candidate.validate("");
      await candidate.confirm();
      if (!candidate.isLast) await candidate.seeQuestion(candidate.number + 1);
    }
    return candidate;
  };

  /** The box cannot tell this page anything before it sends an answer, whatever it asks. */
  const deafen = async ({ page, line }) => {
    let answered = false;
    page.on("request", (request) => (answered ||= /\/answers\//.test(request.url())));
    await page.route(newsPaths, (route) => (answered ? route.continue() : route.abort()));
    await line.stopListening(); // the stream that is open ends
    await line.restore();
  };

  /** The three ways of learning that the test has ended, each by a candidate of its own. */
  const seats = async () => {
    const ways = { pushed: await sit("right", 2), reload: await sit("right", 5) };
    ways.skip = await sit("right", 3);
    for (const candidate of [ways.reload, ways.skip]) await deafen(candidate);
    return ways;
  };

  const seeTheEnd = async (t, { pushed, reload, skip }, title, counted) => {
    await t.test("pushed", () => pushed.heading(title).waitFor());
    await t.test("at a reload", async () => {
      await reload.heading(`Question ${reload.number} sur`).waitFor();
      await reload.page.unroute(newsPaths);
      await reload.page.reload();
      await reload.heading(title).waitFor();
      await reload.page.getByText(`5 réponses enregistrées sur ${length}`).waitFor();
    });
    await t.test("at an answer", async () => {
      await skip.heading(`Question ${skip.number} sur`).waitFor();
      await skip.skip();
      await skip.heading(title).waitFor();
      await skip.page.getByText(`${counted} réponses enregistrées sur ${length}`).waitFor();
      await skip.page.getByText("1 réponse est arrivée après la fin du test").waitFor();
    });
  };

  const ended = [];
  await t.test("completed, all right and all wrong", async () => {
    for (const how of ["right", "wrong"]) {
      const candidate = await sit(how, length);
      await candidate.heading("Test terminé").waitFor();
      await candidate.page.getByText("Toutes vos réponses sont arrivées").waitFor();
      ended.push(candidate);
    }
  });

  await t.test("ended by the invigilator", async (t) => {
    const ways = await seats();
    for (const { pupil } of Object.values(ways)) await invigilator.end(pupil);
    await seeTheEnd(t, ways, byInvigilator, 3);
    ended.push(ways.pushed, ways.reload, ways.skip);
  });

  await t.test("ended by the closing of the session", async (t) => {
    const ways = await seats();
    await invigilator.finalise(() => "candidate");
    await seeTheEnd(t, ways, byClosing, 3);
    await assertAccessible(ways.pushed.page, "ended by the closing");
    await assertAccessible(ways.skip.page, "ended, an answer too late");
    ended.push(ways.pushed, ways.reload, ways.skip);
  });

  await t.test("the results", async () => {
    await until(
      "the receipt is there",
      async () => (await invigilator.look()).seal.state === "received",
    );
    const results = sealedResults(site);
    const [right, wrong, ...stopped] = ended.map(({ pupil }) => results.get(pupil.number));
    assert.equal(right.status, "validated");
    assert.equal(right.degraded, false);
    assert.deepEqual([wrong.status, wrong.comment], ["rejected", "zero_pix_score"]);
    assert.ok(right.capacity > wrong.capacity);
    const few = { status: "rejected", comment: "lack_of_answers", degraded: false };
    const enough = { status: "validated", comment: "none", degraded: true };
    assert.deepEqual(
      stopped.map(({ status, comment, degraded }) => ({ status, comment, degraded })),
      [few, enough, few, few, enough, few],
    );
  });

  await assertPagesBehaved(t, browsers);
});
