// SPDX-License-Identifier: Apache-2.0
// Candidates read as they choose: from the first page on, at once, and at another station too.
import assert from "node:assert/strict";
import { test } from "node:test";
import { assertAccessible } from "./support/access.mjs";
import { CandidatePage } from "./support/candidate_page.mjs";
import { DisplayPanel, lookOf } from "./support/display_panel.mjs";
import { assertFocusIsInSight, seeFocus, tabTo } from "./support/keyboard.mjs";
import { packOf } from "./support/kinds_pack.mjs";
import { drawing, matching } from "./support/models.mjs";
import { eventually, until } from "./support/patience.mjs";
import { pupils } from "./support/roster.mjs";
import { assertPagesBehaved, setStage } from "./support/stage.mjs";
import { TestTaker } from "./support/test_taker.mjs";
import { giveVoices } from "./support/voices.mjs";

const [pupil] = pupils;
const themes = ["Clair", "Crème", "Sombre", "Fort contraste"];

/** The next choice of this kind that the box acknowledges: others may still be on their way. */
async function keptByBox(page, isAwaited) {
  const chosen = (response) => response.request().postDataJSON();
  const reply = await page.waitForResponse(
    (response) =>
      response.url().endsWith("/me/display") && response.ok() && isAwaited(chosen(response)),
  );
  return chosen(reply);
}

test("candidates read as they choose", async (t) => {
  const { site, browsers } = await setStage({ pack: packOf([drawing, matching]) });
  const invigilator = await site.client.enter(site.session.invigilator_password);
  const taker = new TestTaker(await browsers.station(), site);
  const { page } = taker;
  const panel = new DisplayPanel(page);
  const fonts = new Map();
  page.on("response", (response) => {
    const bytes = Number(response.headers()["content-length"]);
    if (response.url().endsWith(".woff2")) fonts.set(response.url(), bytes);
  });
  const seeTheme = (theme) =>
    eventually(async () => assert.equal((await lookOf(page)).theme, theme));
  const hasOpenDyslexic = () => [...fonts.keys()].some((url) => /opendyslexic/.test(url));

  await t.test(
    "the panel opens before joining, by keyboard, and gives the focus back",
    async () => {
      await taker.open();
      await tabTo(page, ".display-button");
      await page.keyboard.press("Enter");
      await panel.dialog.waitFor();
      await page.keyboard.press("Escape");
      await panel.dialog.waitFor({ state: "detached" });
      await seeFocus(page, ".display-button");
    },
  );

  await t.test("it is at the same place where the seat is checked", async () => {
    await page.getByRole("link", { name: "Vérifier ce poste" }).click();
    await taker.heading("Vérifier ce poste").waitFor();
    await panel.set("Sombre");
    await seeTheme("dark");
    await panel.open();
    await assertAccessible(page, "seat check and display panel");
    await panel.close();
    await page.goBack();
    await taker.heading("Rejoindre une session").waitFor();
    await seeTheme("dark");
    await page.evaluate(() => sessionStorage.clear());
    await page.reload();
    await taker.heading("Rejoindre une session").waitFor();
  });

  await t.test("without a choice the page follows the system", async () => {
    const clear = await lookOf(page);
    assert.equal(clear.theme, null);
    await page.emulateMedia({ colorScheme: "dark" });
    await eventually(async () =>
      assert.notEqual((await lookOf(page)).backgroundColor, clear.backgroundColor),
    );
    await page.emulateMedia({ colorScheme: "light" });
  });

  await t.test("a choice changes the page at once, and outlives a reload", async () => {
    const { size } = await lookOf(page);
    await panel.open();
    await panel.enlargeTo(150);
    await panel.choose("Crème");
    await panel.choose("Large");
    await eventually(async () => {
      const look = await lookOf(page);
      assert.equal(look.size, size * 1.5);
      assert.equal(look.theme, "cream");
      assert.equal(look.leading, 1.9);
    });
    await panel.close();
    await page.reload();
    await taker.heading("Rejoindre une session").waitFor();
    await seeTheme("cream");
    assert.equal((await lookOf(page)).size, size * 1.5);
  });

  await t.test("OpenDyslexic is loaded only for those who choose it", async () => {
    assert.ok(!hasOpenDyslexic());
    const weight = [...fonts.values()].reduce((sum, bytes) => sum + bytes, 0);
    assert.ok(weight > 0 && weight <= 60_000, `${weight} bytes of fonts`);
    await panel.set("OpenDyslexic");
    await until("the font is asked for", async () => hasOpenDyslexic());
    await eventually(async () => assert.equal((await lookOf(page)).font, "OpenDyslexic"));
    await panel.set("Habituelle");
    await eventually(async () =>
      assert.equal((await lookOf(page)).font, "Atkinson Hyperlegible Next"),
    );
  });

  await t.test("the choice goes along into the test", async () => {
    await taker.startTest(pupil);
    await taker.goToModel("drawing");
    await seeTheme("cream");
    assert.equal((await lookOf(page)).scale, "1.5");
  });

  await t.test("and survives a reload, kept by the box", async () => {
    const kept = keptByBox(page, ({ theme }) => theme === "dark");
    await panel.set("Sombre");
    assert.equal((await kept).text_percent, 150);
    await page.reload();
    await taker.heading(`Question ${taker.number} sur`).waitFor();
    await seeTheme("dark");
    await panel.open();
    await panel.dialog.getByRole("button", { name: "Remettre comme au début" }).click();
    await panel.close();
    await eventually(async () => assert.equal((await lookOf(page)).scale, "1"));
  });

  await t.test("every theme is accessible, panel open and closed", async () => {
    for (const theme of themes) {
      await panel.set(theme);
      await assertAccessible(page, `question, ${theme}`);
      await panel.open();
      await assertAccessible(page, `display panel, ${theme}`);
      await panel.close();
    }
    await panel.set("Clair");
  });

  await t.test("at 200 % on 320 × 256 one reads and answers by keyboard", async () => {
    await panel.open();
    await panel.enlargeTo(200);
    await panel.close();
    await assertAccessible(page, "question at 200 %");
    await page.setViewportSize({ width: 320, height: 256 });
    await assertFocusIsInSight(page);
    await tabTo(page, "label.choice input");
    await page.keyboard.press("Space");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    await taker.validateByKeyboard();
    await assertAccessible(page, "confirmation at 200 %");
    await page.setViewportSize({ width: 320, height: 256 });
    await taker.confirmByKeyboard();
    await page.setViewportSize({ width: 1366, height: 768 });
    await panel.open();
    await panel.dialog.getByRole("button", { name: "Remettre comme au début" }).click();
    await panel.close();
  });

  await t.test(
    "the ruler follows the pointer, the focus and two keys, and is never in the way",
    async () => {
      await panel.open();
      await panel.dialog.getByLabel("Règle de lecture").check();
      await panel.close();
      const middle = async () => {
        const { y, height } = await page.locator(".ruler").boundingBox();
        return y + height / 2;
      };
      // It follows the last of the two that moved: closing the panel has just given the focus back.
      await until("it is under the pointer", async () => {
        for (const y of [290, 300]) await page.mouse.move(600, y);
        return Math.abs((await middle()) - 300) < 2;
      });
      await page.keyboard.press("Alt+ArrowDown");
      await until("it is one line lower", async () => (await middle()) > 315);
      await page.keyboard.press("Alt+ArrowUp");
      await until("it is back", async () => Math.abs((await middle()) - 300) < 2);
      await tabTo(page, "form button.primary");
      const button = await taker.button("Je valide").boundingBox();
      const there = button.y + button.height / 2;
      await until("it is at the focus", async () => Math.abs((await middle()) - there) < 2);
      await taker.button("Je passe").click();
      await taker.heading(`Passer la question ${taker.number}`).waitFor();
      await taker.button("Revenir à la question").click();
      await assertAccessible(page, "question under the ruler");
      await panel.open();
      await panel.dialog.getByLabel("Règle de lecture").uncheck();
      await panel.close();
      await page.locator(".ruler").waitFor({ state: "detached" });
    },
  );

  await t.test("a hidden clock is a choice like the others", async () => {
    const kept = keptByBox(page, ({ clock_hidden }) => clock_hidden);
    await taker.button("Masquer").click();
    await page.getByRole("timer").waitFor({ state: "detached" });
    await kept;
    await page.reload();
    await taker.heading(`Question ${taker.number} sur`).waitFor();
    await taker.button("Afficher le temps").waitFor();
    await panel.open();
    const box = panel.dialog.getByLabel("Masquer le temps restant");
    await eventually(async () => assert.ok(await box.isChecked()));
    await box.uncheck();
    await panel.close();
    await page.getByRole("timer").waitFor();
  });

  await t.test("without a voice nothing speaks of voices", async () => {
    await panel.open();
    assert.equal(await panel.dialog.getByText("Lecture à voix haute").count(), 0);
    await panel.close();
    assert.equal(await taker.button("Lire la question").count(), 0);
  });

  await t.test("another station shows it as it was left", async () => {
    const kept = keptByBox(page, ({ theme }) => theme === "contrast");
    await panel.set("Fort contraste");
    await kept;
    const second = new CandidatePage(await browsers.station(), site);
    await second.join(pupil);
    await second.heading("Le surveillant doit autoriser ce poste").waitFor();
    await invigilator.resume(pupil);
    await second.heading(`Question ${taker.number} sur`).waitFor();
    await until("it wears it", async () => (await lookOf(second.page)).theme === "contrast");
  });

  await assertPagesBehaved(t, browsers);
});

test("a voice of this computer reads the question", async (t) => {
  const { site, browsers } = await setStage({ pack: packOf([matching]) });
  const page = await browsers.station();
  await page.addInitScript(giveVoices);
  const taker = new TestTaker(page, site);
  const panel = new DisplayPanel(page);
  const spoken = () => page.evaluate(() => window.spoken);
  const voice = () => page.evaluate(() => window.voice);
  await taker.startTest(pupil);

  await t.test("only voices that work without a network are offered", async () => {
    assert.equal(await taker.button("Lire la question").count(), 0);
    await panel.open();
    const list = panel.dialog.getByLabel("Lecture à voix haute");
    await eventually(async () =>
      assert.deepEqual(await list.locator("option").allInnerTexts(), ["Aucune voix", "Denise"]),
    );
    await assertAccessible(page, "display panel with voices");
    await list.selectOption("Denise");
    await panel.close();
  });

  await t.test("it reads the question and its lines, and stops when asked", async () => {
    await taker.button("Lire la question").click();
    await until("it reads", async () => (await voice()) === "reading");
    const texts = (await spoken()).map(({ text }) => text);
    assert.match(texts[0], /Que contient chaque fichier/);
    assert.ok(texts.includes("Un son"));
    await taker.button("Arrêter").click();
    await until("it is silent", async () => (await voice()) === "silent");
    await taker.button("Lire la question").waitFor();
  });

  await t.test("the button is ready again when all is read", async () => {
    await taker.button("Lire la question").click();
    await until("it reads", async () => (await voice()) === "reading");
    await page.evaluate(() => window.lastUtterance.onend());
    await taker.button("Lire la question").waitFor();
  });

  await t.test("the English text is read by an English voice", async () => {
    await taker.button("English").click();
    await taker.button("Lire la question").click();
    await eventually(async () => {
      const heard = await spoken();
      assert.ok(heard.some(({ text, by }) => text === "A sound" && by === "Amy"));
      assert.equal(heard.at(-1).by, "Amy");
    });
  });

  await t.test("nothing is read on another screen", async () => {
    await taker.button("Je passe").click();
    await taker.heading("Passer la question 1").waitFor();
    await until("it is silent", async () => (await voice()) === "silent");
  });

  await assertPagesBehaved(t, browsers);
});
