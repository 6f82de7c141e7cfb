// SPDX-License-Identifier: Apache-2.0
// An answer being typed is nobody's loss: not a killed browser's, not another computer's.
import assert from "node:assert/strict";
import { test } from "node:test";
import { packOf } from "./support/kinds_pack.mjs";
import { focus, word } from "./support/models.mjs";
import { eventually, until } from "./support/patience.mjs";
import { pupils } from "./support/roster.mjs";
import { seeKeptDraft } from "./support/station_memory.mjs";
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
  const seeTyped = (taker, value) =>
    eventually(async () => assert.equal(await typed(taker).inputValue(), value));
  /** How long it took until the box had what is typed now, in milliseconds. */
  const told = [];
  const tellBox = async (taker, value) => {
    await typed(taker).fill(value);
    const start = performance.now();
    await until("the box has it", async () => (await draftAtBox(taker)) === value);
    told.push(performance.now() - start);
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
    const kept = [];
    for (const value of ["une", "une réponse", "une réponse longue à écrire"]) {
      await typed(first).fill(value);
      const start = performance.now();
      await seeKeptDraft(first.page, value);
      kept.push(performance.now() - start);
    }
    // A machine with other things to do only ever adds to it.
    assert.ok(Math.min(...kept) <= keptMs, `kept after ${kept} ms`);
    await browser.kill();
    first.page = await browser.open();
    knowToken(first);
    await first.page.goto(`${site.origin}/#${site.session.number}`);
    await first.arrive();
    await seeTyped(first, "une réponse longue à écrire");
  });

  await t.test("on the box, a few seconds later", async () => {
    await tellBox(first, "messagerie instan");
  });

  const second = new TestTaker(await browsers.station(), site);
  knowToken(second);
  await t.test("at another computer", async () => {
    await second.join(pupil);
    await second.heading("Le surveillant doit autoriser ce poste").waitFor();
    await invigilator.resume(pupil);
    second.number = first.number;
    await second.arrive();
    await seeTyped(second, "messagerie instan");
    await tellBox(second, "messagerie instantanée");
    assert.ok(Math.min(...told) <= toldMs, `told after ${told} ms`);
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
    await seeTyped(first, "messagerie instantanée");
  });

  await t.test("and the next question starts empty", async () => {
    await first.button("Je valide").click();
    await first.heading(`Votre réponse à la question ${first.number}`).waitFor();
    await first.confirm();
    ++first.number;
    await first.goToModel("word");
    await seeTyped(first, "");
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
