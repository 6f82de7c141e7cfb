// SPDX-License-Identifier: Apache-2.0
// Every kind of question is answered without a mouse, and read again in words.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { packOf } from "./support/kinds_pack.mjs";
import { chooseByArrows, seeFocus, seeFocusOn, tabTo } from "./support/keyboard.mjs";
import { cities, drawing, fields, list, matching, ordering, releve } from "./support/models.mjs";
import { eventually } from "./support/patience.mjs";
import { assertPagesBehaved, setStage } from "./support/stage.mjs";
import { TestTaker } from "./support/test_taker.mjs";

const models = [ordering, matching, fields, cities, list, drawing];

test("every kind of question is answered by keyboard", async (t) => {
  const { site, browsers } = await setStage({ pack: packOf(models) });
  const taker = new TestTaker(await browsers.station(), site);
  const { page } = taker;
  const seeRecap = (words) =>
    eventually(async () => assert.match(await page.locator(".recap").innerText(), words));
  const choose = (selector, words) => chooseByArrows(page, selector, words);

  const acts = {
    async ordering() {
      const seeFirst = (words) =>
        eventually(async () =>
          assert.match((await page.locator(".ordering .rich").allInnerTexts())[0], words),
        );
      await seeFirst(/^Le message part/);
      await taker.validateByKeyboard();
      await page.getByText("Vous n’avez déplacé aucune ligne").waitFor();
      await tabTo(page, "main .buttons button:last-child");
      await taker.press("Enter");
      await taker.seeQuestion(taker.number);

      await tabTo(page, '[data-move="up-3"]');
      await taker.press("Enter");
      await seeFocusOn(page, /^Monter\s: Le message est lu/); // it follows the line
      await page.getByText("qui l’attendait depuis le matin : position 2 sur 3").waitFor();
      await taker.press("Enter");
      await seeFirst(/^Le message est lu/);
      await taker.press("Enter");
      await seeFocusOn(page, /^Monter\s: Le message est lu/); // and stays at the edge
      await seeFirst(/^Le message est lu/);
      await tabTo(page, '[data-move="down-3"]');
      for (const place of [2, 3]) {
        await taker.press("Space");
        await page.getByText(`: position ${place} sur 3`).waitFor();
      }
      await taker.validateByKeyboard();
      await seeRecap(/part[\s\S]*écrit[\s\S]*lu par/);
      await taker.confirmByKeyboard();
      assert.equal(taker.lastSent(), "1,2,3");
    },

    async matching() {
      await tabTo(page, "form button.primary");
      await taker.press("Enter");
      const alert = page.getByRole("alert");
      await alert.getByText("Choisissez une réponse pour « notes.odt ».").waitFor();
      assert.equal(await alert.getByRole("link").count(), 3, "each line is named");
      await seeFocus(page, "[role=alert]");
      await tabTo(page, ".notice li:last-child a");
      await taker.press("Enter");
      await seeFocus(page, "#reponse-3");

      await page.getByRole("button", { name: "English" }).focus();
      await taker.press("Enter");
      await page.getByText("What is in each file?").waitFor();
      assert.equal(await page.locator(".question-text").getAttribute("lang"), "en");
      await choose("#reponse", "A text");
      await choose("#reponse-2", "A ta");
      await choose("#reponse-3", "A text");
      await page.getByRole("button", { name: "Français" }).focus();
      await taker.press("Enter");
      await page.getByText("Que contient chaque fichier").waitFor();
      await taker.validateByKeyboard();
      await seeRecap(/notes.odt\s+Un texte\s+classe.csv\s+Un tableau/);
      await taker.confirmByKeyboard();
      assert.match(taker.lastSent(), /^(\d),(\d),\1$/, "the same answer twice");
    },

    async fields() {
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        tabTo(page, "a.attachment").then(() => taker.press("Enter")),
      ]);
      assert.equal(download.suggestedFilename(), "releve.csv");
      assert.equal(readFileSync(await download.path(), "utf8"), releve);
      assert.match(await page.locator("a.attachment").innerText(), /releve\.csv \(\d+\soctets\)/);

      await tabTo(page, "form button.primary");
      await taker.press("Enter");
      await page.getByRole("alert").getByText("Répondez à un champ au moins").waitFor();
      await seeFocus(page, "[role=alert]");
      await tabTo(page, "#reponse");
      await page.keyboard.type("Lyon");
      await choose("#reponse-3", "f");
      await taker.validateByKeyboard();
      await page.getByText("Vous avez laissé vide : Prix du billet, en euros.").waitFor();
      await seeRecap(/Ville de départ\s+Lyon[\s\S]*février/);
      await taker.confirmByKeyboard();
      assert.equal(taker.lastSent(), '{"ville":"Lyon","prix":"","mois":"février"}');
    },

    async cities() {
      await tabTo(page, "#reponse");
      await page.keyboard.type("Nice");
      await tabTo(page, "#reponse-2");
      await page.keyboard.type("Brest");
      await taker.press("Enter");
      await taker.heading(`Votre réponse à la question ${taker.number}`).waitFor();
      await taker.confirmByKeyboard();
      assert.equal(taker.lastSent(), '{"un":"Nice","deux":"Brest"}');
    },

    async list() {
      await tabTo(page, "form button.primary");
      await taker.press("Enter");
      await page.getByRole("alert").getByText("Choisissez une réponse dans la liste").waitFor();
      await seeFocus(page, "[role=alert]");
      await choose("#reponse", "Une s");
      await taker.validateByKeyboard();
      await seeRecap(/Une sauvegarde/);
      await taker.confirmByKeyboard();
      assert.equal(taker.lastSent(), "Une sauvegarde");
    },

    async drawing() {
      await tabTo(page, "figure button");
      await taker.press("Enter");
      const image = page.getByRole("dialog").getByRole("img");
      await image.waitFor();
      const width = async () => (await image.boundingBox()).width;
      const before = await width();
      await page.getByRole("button", { name: "Plus grand" }).focus();
      await taker.press("Enter");
      await page.getByRole("dialog").getByText("200 %").waitFor();
      await eventually(async () => assert.ok((await width()) > before));
      await taker.press("Escape");
      await seeFocusOn(page, /Agrandir/); // it comes back
      await tabTo(page, "#reponse");
      await taker.press("Space", "Tab", "Space");
      await taker.validateByKeyboard();
      await taker.confirmByKeyboard();
      assert.equal(taker.lastSent(), "1,2");
    },
  };

  await taker.startTest();
  const left = new Map(Object.entries(acts));
  for (; left.size > 0;) {
    await taker.goTo(async () => left.has(await taker.model()));
    const name = await taker.model();
    await t.test(name, left.get(name));
    left.delete(name);
  }
  await assertPagesBehaved(t, browsers);
});
