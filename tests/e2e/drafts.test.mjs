// SPDX-License-Identifier: Apache-2.0
// An answer being typed is nobody's loss: not a killed browser's, not another computer's.
import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { packOf } from "./support/kinds_pack.mjs";
import { focus, word } from "./support/models.mjs";
import { until } from "./support/patience.mjs";
import { pupils } from "./support/roster.mjs";
import { assertPagesBehaved, setStage } from "./support/stage.mjs";
import { TestTaker } from "./support/test_taker.mjs";

/** A draft is kept on the station once a second at the latest. */
const keptMs = 1000;
const toldMs = 10_000;

test("what is typed is there again", async (t) => {
  const { site, browsers } = await setStage({ pack: packOf([word, focus]) });
  const [pupil] = pupils;
  const invigilator = await site.client.enter(site.session.invigilator_password);
  const browser = await browsers.killable();
  const first = new TestTaker(browser.page, site);
  const typed = (taker) => taker.page.locator("#reponse");
  const draftAtBox = async (taker) => {
    const token = taker.token;
    return (await site.client.call("GET", "/candidates/me", { token })).draft?.value;
  };
  const knowToken = (taker) =>
    taker.page.on("request", (request) => {
      const { authorization } = request.headers();
      if (authorization) taker.token = authorization.replace("Bearer ", "");
    });
  knowToken(first);
  await first.startTest(pupil);
  await first.goToModel("word");

  await t.test("in a browser that is killed", async () => {
    await typed(first).fill("une réponse longue à écrire");
    await pause(keptMs);
    await browser.kill();
    first.page = await browser.open();
    knowToken(first);
    await first.page.goto(`${site.origin}/#${site.session.number}`);
    await first.arrive();
    assert.equal(await typed(first).inputValue(), "une réponse longue à écrire");
  });

  await t.test("on the box, a few seconds later", async () => {
    await typed(first).fill("messagerie instan");
    await until("the box has it", async () => (await draftAtBox(first)) === "messagerie instan");
  });

  const second = new TestTaker(await browsers.station(), site);
  knowToken(second);
  await t.test("at another computer", async () => {
    await second.join(pupil);
    await second.heading("Le surveillant doit autoriser ce poste").waitFor();
    await invigilator.resume(pupil);
    second.number = first.number;
    await second.arrive();
    assert.equal(await typed(second).inputValue(), "messagerie instan");
    await typed(second).fill("messagerie instantanée");
    await until(
      "the box has it",
      async () => (await draftAtBox(second)) === "messagerie instantanée",
      toldMs,
    );
  });

  await t.test("back at the first one, which remembers less", async () => {
    await first.heading("Votre test continue sur un autre poste").waitFor();
    await first.button("Entrer de nouveau sur ce poste").click();
    await first.fillIdentity(pupil);
    await first.button("Entrer dans la session").click();
    await first.button("Oui, c’est moi").click();
    await first.heading("Le surveillant doit autoriser ce poste").waitFor();
    await invigilator.resume(pupil);
    await first.arrive();
    assert.equal(await typed(first).inputValue(), "messagerie instantanée");
  });

  await t.test("and the next question starts empty", async () => {
    await first.button("Je valide").click();
    await first.heading(`Votre réponse à la question ${first.number}`).waitFor();
    await first.confirm();
    ++first.number;
    await first.goToModel("word");
    assert.equal(await typed(first).inputValue(), "");
  });

  await t.test("a page that was left and closed before the box knew tells it later", async () => {
    await first.skip();
    ++first.number;
    await first.goTo(async () => await first.isAnnounced());
    await first.showQuestion();
    await first.page.context().setOffline(true);
    await first.page.evaluate(() => {
      document.hasFocus = () => false;
      dispatchEvent(new Event("blur"));
    });
    await first.page.getByText("Vous avez quitté cette page").waitFor();
    await browser.kill();
    first.page = await browser.open();
    knowToken(first);
    await first.page.goto(`${site.origin}/#${site.session.number}`);
    await first.page.getByText("Vous avez quitté cette page").waitFor();
    const card = () => invigilator.card(pupil.number);
    await until("the box knows", async () => (await card()).flags.includes("focus_lost"));
  });

  await assertPagesBehaved(t, browsers);
});
