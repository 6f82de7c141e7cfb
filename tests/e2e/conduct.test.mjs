// SPDX-License-Identifier: Apache-2.0
// Timed questions and focus mode: announced, said as they happen, and never the end of the test.
import assert from "node:assert/strict";
import { test } from "node:test";
import { lookAway } from "./support/attention.mjs";
import { assertAccessible } from "./support/access.mjs";
import { packOf } from "./support/kinds_pack.mjs";
import { both, focus, timed } from "./support/models.mjs";
import { eventually } from "./support/patience.mjs";
import { assertPagesBehaved, setStage } from "./support/stage.mjs";
import { TestTaker } from "./support/test_taker.mjs";

test("timed questions and focus mode", async (t) => {
  const { site, browsers } = await setStage({ pack: packOf([timed, focus, both]) });
  const taker = new TestTaker(await browsers.station(), site);
  const { page } = taker;
  const context = page.context();
  const announced = async (words) => page.getByRole("heading", { name: words }).isVisible();
  const next = async () => {
    await taker.confirm();
    ++taker.number;
    await taker.arrive();
  };
  const choose = async () => {
    await page.locator("label.choice input").first().check();
    await taker.button("Je valide").click();
    await taker.heading(`Votre réponse à la question ${taker.number}`).waitFor();
  };
  await taker.startTest();

  await t.test("a timed question shows nothing before it is asked for", async () => {
    await taker.goTo(() => announced("Question chronométrée : 10 secondes"));
    assert.doesNotMatch(await page.locator("body").innerText(), /Combien font/);
    await assertAccessible(page, "before a timed question");
  });

  await t.test("it waits for the box when the network is cut", async () => {
    await context.setOffline(true);
    await taker.button("Afficher la question").click();
    await page.getByText("Son temps ne court pas en attendant").waitFor();
    await assertAccessible(page, "before a timed question, offline");
    await context.setOffline(false);
    await taker.seeShown();
  });

  await t.test("its time is the box's: a reload gives none back", async () => {
    const timer = page.getByRole("timer", { name: "Temps restant pour cette question" });
    await timer.waitFor();
    await page.reload();
    await page.getByText("Le temps de cette question est écoulé").first().waitFor();
    await timer.getByText("temps écoulé").waitFor();
    await assertAccessible(page, "timed question, over");
  });

  await t.test("one may answer after it", async () => {
    await choose();
    await next();
  });

  await t.test("leaving the page of a question in focus mode is said, and kept", async () => {
    await taker.goTo(() => announced("Question en mode focus"));
    await assertAccessible(page, "before a question in focus mode");
    await taker.showQuestion();
    await page.getByText("Mode focus : restez sur cette page").waitFor();
    await lookAway(page);
    await assertAccessible(page, "question in focus mode, left");
    await eventually(() =>
      assert.equal(taker.told.filter((act) => act === "focus-lost").length, 1),
    );
    await page.reload();
    await page.getByText("Vous avez quitté cette page").waitFor();
    await choose();
    await page.getByText("Vous avez quitté cette page").waitFor();
    await next();
    await page.getByText("Vous avez quitté cette page").waitFor({ state: "detached" });
  });

  await t.test("leaving while offline reaches the box before the answer does", async () => {
    await taker.goTo(() => announced("Question en mode focus"));
    await taker.showQuestion();
    await context.setOffline(true);
    await lookAway(page);
    await choose();
    await taker.confirm();
    await taker.badge("Hors ligne – gardé sur ce poste (1)").waitFor();
    const order = [];
    page.on("response", (response) => {
      const act = /(focus-lost|answers)/.exec(response.url());
      if (act) order.push(act[1]);
    });
    await context.setOffline(false);
    ++taker.number;
    await taker.arrive();
    assert.equal(order[0], "focus-lost");
  });

  await t.test("being in the question's simulator is being on the page", async () => {
    const before = taker.told.length;
    await taker.goTo(() => announced("Question chronométrée (1 min 15) et en mode focus"));
    await assertAccessible(page, "before a timed question in focus mode");
    await taker.showQuestion();
    await page.frameLocator("iframe").getByText("Signaler la loterie").click();
    await page.getByText("Réponse donnée dans le simulateur").waitFor();
    assert.ok(!taker.told.slice(before).includes("focus-lost"));
    await taker.button("Je valide").click();
    await next();
    assert.equal(taker.lastSent(), "loterie");
  });

  await assertPagesBehaved(t, browsers);
});
