// SPDX-License-Identifier: Apache-2.0
// A whole exam of 32 questions of every kind without a mouse: display and report included.
import assert from "node:assert/strict";
import { test } from "node:test";
import { questionCount } from "./support/candidate_page.mjs";
import { DisplayPanel, lookOf } from "./support/display_panel.mjs";
import { assertFocusIsInSight, seeFocus, tabTo } from "./support/keyboard.mjs";
import { packOf } from "./support/kinds_pack.mjs";
import * as models from "./support/models.mjs";
import { eventually, until } from "./support/patience.mjs";
import { pupils } from "./support/roster.mjs";
import { assertPagesBehaved, setStage } from "./support/stage.mjs";
import { TestTaker } from "./support/test_taker.mjs";

const { choice, drawing, word, ordering, matching, fields, cities, list } = models;
const { timed, focus, inside, explored } = models;
const asked = [choice, drawing, word, ordering, matching, fields, cities, list];
const special = [timed, focus, inside, explored];
const reportedFrom = 5;

test("a whole exam is sat with the keyboard alone", async (t) => {
  const { site, browsers } = await setStage({ pack: packOf([...asked, ...special], 3) });
  const [pupil] = pupils;
  const invigilator = await site.client.enter(site.session.invigilator_password);
  const taker = new TestTaker(await browsers.station(), site);
  const { page } = taker;
  const { keyboard } = page;
  await page.addInitScript(() => {
    for (const kind of ["pointerdown", "mousedown", "touchstart"])
      addEventListener(kind, () => window.preauFault(`${kind}: no hand is on the mouse`), true);
  });
  const pressOn = async (selector) => {
    await tabTo(page, selector);
    await keyboard.press("Enter");
  };
  const typeIn = async (...texts) => {
    for (const text of texts) {
      await tabTo(page, "input");
      await keyboard.type(text);
    }
  };

  await t.test("joining, reading, beginning", async () => {
    await page.goto(site.origin);
    await taker.heading("Rejoindre une session").waitFor();
    const { last_name, first_name, day, month, year } = pupil;
    await typeIn(site.session.number, last_name, first_name, day, month, year);
    await keyboard.press("Enter");
    await taker.heading("Est-ce bien vous ?").waitFor();
    await pressOn("main button.primary");
    for (let number = 1; number < 5; ++number) {
      await taker.heading(`Page ${number} sur 5`).waitFor();
      await pressOn("main button.primary");
    }
    await taker.heading("Page 5 sur 5").waitFor();
    await tabTo(page, "input[type=checkbox]");
    await taker.press("Space", "Enter");
    await taker.heading("Le surveillant va confirmer").waitFor();
    await invigilator.confirm(pupil);
    await taker.heading("Commencer le test").waitFor();
    await typeIn(site.session.access_code);
    await keyboard.press("Enter");
    taker.number = 1;
    await taker.arrive();
  });

  await t.test("the display panel", async () => {
    const before = await lookOf(page);
    await pressOn(".display-button");
    const { dialog } = new DisplayPanel(page);
    await dialog.waitFor();
    await tabTo(page, "dialog input[type=radio]");
    await taker.press("ArrowDown", "ArrowDown", "Escape");
    await dialog.waitFor({ state: "detached" });
    await eventually(async () => assert.notDeepEqual(await lookOf(page), before));
  });

  const answerTo = {
    ordering: () => pressOn('[data-move="down-1"]'),
    matching: async () => {
      for (let row = 0; row < 3; ++row) {
        await tabTo(page, "select");
        await keyboard.press("ArrowDown");
      }
    },
    fields: () => typeIn("Lyon"),
    cities: () => typeIn("Brest", "Nice"),
    list: async () => {
      await tabTo(page, "#reponse");
      await keyboard.press("ArrowDown");
    },
    inside: async () => {
      const mail = page.frameLocator("iframe").getByRole("button");
      await mail.first().waitFor();
      await tabTo(page, "iframe");
      await until("the focus is inside", () =>
        mail.evaluateAll((all) => all.includes(document.activeElement)),
      );
      await keyboard.press("Enter");
      await page.getByText("Réponse donnée dans le simulateur").waitFor();
      await keyboard.press("Escape");
      await seeFocus(page, "#reponse");
    },
    explored: () => typeIn("3"),
  };

  const answer = async () => {
    if (await taker.isAnnounced()) {
      await pressOn("main button.primary");
      await taker.seeShown();
    }
    const kind = await taker.model();
    if (answerTo[kind]) await answerTo[kind]();
    else await taker.prepareByKeyboard();
    await pressOn("form button.primary");
    await taker.heading(`Votre réponse à la question ${taker.number}`).waitFor();
    await pressOn("main button.primary");
    return kind;
  };

  const report = async () => {
    const text = await page.locator("main form").innerText();
    await pressOn(".report button");
    await page.getByRole("dialog").waitFor();
    await tabTo(page, "dialog input[type=radio]");
    await taker.press("Space", "Enter");
    await page.getByRole("heading", { name: "Envoyer ce signalement ?" }).waitFor();
    await pressOn("dialog button.primary");
    await page.getByText("Votre temps est arrêté").first().waitFor();
    const reported = async () => (await invigilator.card(pupil.number)).report;
    const { categories } = await until("the box has it", reported);
    await invigilator.settle(pupil, true, categories.at(-1));
    await taker.arrive();
    await page.getByText("La question est remplacée").waitFor();
    if (!(await taker.isAnnounced()))
      assert.notEqual(await page.locator("main form").innerText(), text);
  };

  await t.test("32 questions, one of them reported and replaced", async () => {
    const met = new Set();
    let reported = false;
    for (; taker.number <= questionCount; ++taker.number) {
      await taker.arrive();
      if (!reported && taker.number >= reportedFrom && !(await taker.isAnnounced())) {
        await report();
        reported = true;
      }
      met.add(await answer());
    }
    assert.ok(reported);
    assert.equal(met.size, asked.length + special.length);
    await taker.heading("Test terminé").waitFor();
    await page.getByText("Toutes vos réponses sont arrivées").waitFor();
    await assertFocusIsInSight(page);
    assert.equal((await invigilator.card(pupil.number)).answered, questionCount);
  });

  await assertPagesBehaved(t, browsers);
});
