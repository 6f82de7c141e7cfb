// SPDX-License-Identifier: Apache-2.0
// Reloads, killed browsers, power cuts: each confirmed answer arrives, once.
import assert from "node:assert/strict";
import { test } from "node:test";
import { CandidatePage, questionCount } from "./support/candidate_page.mjs";
import { eventually, until } from "./support/patience.mjs";
import { pupils } from "./support/roster.mjs";
import { seeKeptDraft } from "./support/station_memory.mjs";
import { assertPagesBehaved, setStage } from "./support/stage.mjs";

test("what was confirmed arrives, whatever is cut", async (t) => {
  const { site, browsers } = await setStage();
  const [pupil] = pupils;
  let invigilator = await site.client.enter(site.session.invigilator_password);
  const browser = await browsers.killable();
  const candidate = new CandidatePage(browser.page, site);
  await candidate.begin(pupil, invigilator);

  const reopen = async () => {
    candidate.page = await browser.open();
    await candidate.page.goto(site.origin);
  };
  const boxHas = async (answered) =>
    assert.equal((await invigilator.card(pupil.number)).answered, answered);

  await t.test("a reload brings the question back with the answer being prepared", async () => {
    await candidate.answer();
    await candidate.seeQuestion(2);
    const text = await candidate.page.locator("main form").innerText();
    await seeKeptDraft(candidate.page, await candidate.prepare());
    const prepared = () =>
      candidate.page
        .locator("#reponse, .choice input")
        .evaluateAll((inputs) =>
          inputs.map(({ type, checked, value }) => (type === "text" ? value : checked)),
        );
    const before = await prepared();
    await candidate.page.reload();
    await candidate.heading("Question 2 sur").waitFor();
    await eventually(async () => {
      assert.equal(await candidate.page.locator("main form").innerText(), text);
      assert.deepEqual(await prepared(), before);
    });
    await boxHas(1);
  });

  await t.test("a browser killed right after the confirmation", async () => {
    await candidate.validate(await candidate.prepare());
    site.freeze();
    await candidate.confirm();
    await candidate.badge("Envoi…").waitFor();
    await browser.kill();
    site.thaw();
    await reopen();
    await candidate.heading("Question 3 sur").waitFor();
    await boxHas(2);
  });

  await t.test("a box killed while an answer is on its way", async () => {
    candidate.number = 3;
    await candidate.validate(await candidate.prepare());
    site.freeze();
    await candidate.confirm();
    await candidate.badge("Envoi…").waitFor();
    site.powerOff();
    await candidate.badge("Hors ligne – gardé sur ce poste (1)").waitFor();
    await site.powerOn();
    await candidate.seeQuestion(4);
    await candidate.badge("Enregistré").waitFor();
    await boxHas(3);
  });

  await t.test("an answer that the box has, and whose acknowledgement was lost", async () => {
    const keys = [];
    await candidate.page.route("**/answers/*", async (route) => {
      const headers = route.request().headers();
      const key = headers["idempotency-key"];
      keys.push(key);
      if (keys.length > 1) return route.continue();
      await site.client.call("PUT", "/candidates/me/answers/4", {
        token: headers.authorization.replace("Bearer ", ""),
        key,
        body: route.request().postDataJSON(),
      });
      return route.abort();
    });
    await candidate.answer();
    await candidate.seeQuestion(5); // pushed, while the answer is still to be acknowledged
    await until("the answer is sent again", () => keys.length === 2);
    await candidate.badge("Enregistré").waitFor();
    await candidate.page.unroute("**/answers/*");
    assert.equal(keys[0], keys[1], "the same act keeps its name");
    await boxHas(4);
  });

  await t.test(
    "an answer given while the box is down, the browser killed, then all is back",
    async () => {
      site.powerOff();
      await candidate.answer();
      await candidate.badge("Hors ligne – gardé sur ce poste (1)").waitFor();
      await candidate.page.getByText("1 réponse est gardée sur ce poste").waitFor();
      const address = candidate.page.url();
      await browser.kill();
      candidate.page = await browser.open();
      await candidate.page.goto(address); // from the browser's cache: the box is still down
      await candidate.page.getByText("1 réponse est gardée sur ce poste").waitFor();
      await site.powerOn();
      await candidate.heading("Question 6 sur").waitFor();
      await boxHas(5);
    },
  );

  await t.test(
    "the invigilator enters again, the session is closed, and nothing is missing",
    async () => {
      invigilator = await site.client.enter(site.session.invigilator_password);
      await invigilator.finalise();
      await candidate.heading("La session est terminée").waitFor();
      await until(
        "the receipt is there",
        async () => (await invigilator.look()).seal.state === "received",
      );
      const stored = site.storedAnswers().map(({ number, value }) => ({ number, value }));
      assert.deepEqual(stored, candidate.given);
      assert.ok(stored.length < questionCount);
    },
  );

  await assertPagesBehaved(t, browsers);
});
