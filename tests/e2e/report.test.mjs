// SPDX-License-Identifier: Apache-2.0
// A candidate reports a question, waits, and goes on when the invigilator has decided.
import assert from "node:assert/strict";
import { test } from "node:test";
import { assertAccessible } from "./support/access.mjs";
import { seeFocusOn, tabTo } from "./support/keyboard.mjs";
import { packOf } from "./support/kinds_pack.mjs";
import { drawing, word } from "./support/models.mjs";
import { eventually, until } from "./support/patience.mjs";
import { pupils } from "./support/roster.mjs";
import { Report } from "./support/report.mjs";
import { assertPagesBehaved, setStage } from "./support/stage.mjs";
import { TestTaker } from "./support/test_taker.mjs";

const [pupil] = pupils;

test("reporting a problem with a question", async (t) => {
  const { site, browsers } = await setStage({ pack: packOf([drawing, word]) });
  const invigilator = await site.client.enter(site.session.invigilator_password);
  let taker = new TestTaker(await browsers.station(), site);
  let { page } = taker;
  let report = new Report(page);
  const card = () => invigilator.card(pupil.number);
  const timeLeft = () => page.getByRole("timer").first().innerText();
  const see = (text) => page.getByText(text).first().waitFor();
  const paused = (title) => page.getByRole("heading", { level: 1, name: title });
  await taker.startTest(pupil);

  await t.test("only what the question has can be reported", async () => {
    await taker.goToModel("word");
    await report.open();
    assert.equal(await report.dialog.getByRole("radio").count(), 2);
    await page.keyboard.press("Escape");
    await report.dialog.waitFor({ state: "detached" });
    await seeFocusOn(page, /Signaler un problème/);
    await taker.goToModel("drawing");
    await report.open();
    await report.dialog.getByLabel("L’image").waitFor();
    assert.equal(await report.dialog.getByRole("radio").count(), 3);
    await assertAccessible(page, "report");
  });

  await t.test("a reason is asked for, then whether one is sure", async () => {
    await report.button("Continuer").click();
    await report.dialog.getByText("Choisissez ce qui ne va pas").waitFor();
    await assertAccessible(page, "report without a reason");
    await page.keyboard.press("Space");
    await page.keyboard.press("Enter");
    await report.dialog.getByRole("heading", { name: "Envoyer ce signalement ?" }).waitFor();
    await assertAccessible(page, "report to confirm");
    await report.button("Modifier").click();
    await eventually(async () => assert.ok(await report.dialog.getByLabel("L’image").isChecked()));
    await report.button("Revenir à la question").click();
    assert.equal((await card()).report, null);
  });

  await t.test("by keyboard it holds the test: the clock stands still", async () => {
    await page.locator("label.choice input").first().check();
    await tabTo(page, ".report button");
    await page.keyboard.press("Enter");
    await report.dialog.waitFor();
    await tabTo(page, "dialog input");
    for (const key of ["Space", "Enter"]) await page.keyboard.press(key);
    await report.dialog.getByRole("heading", { name: "Envoyer ce signalement ?" }).waitFor();
    await tabTo(page, "dialog button.primary");
    await page.keyboard.press("Enter");
    await report.waiting.waitFor();
    await see("L’image ne s’affiche pas");
    await see("Votre temps est arrêté");
    await see(`Elle garde le numéro ${taker.number}`);
    const before = await timeLeft();
    await new Promise((resolve) => setTimeout(resolve, 2500));
    assert.equal(await timeLeft(), before);
    assert.equal((await card()).report.reason, "image");
    await page.locator("form").waitFor({ state: "hidden" });
    await assertAccessible(page, "held by a report");
  });

  await t.test("it outlives a reload", async () => {
    await page.reload();
    await report.waiting.waitFor();
    await see("L’image ne s’affiche pas");
  });

  await t.test("a pause of the room is said too, and time added meanwhile counts", async () => {
    await invigilator.pauseRoom(true);
    await see("La salle est aussi en pause");
    const before = await timeLeft();
    await invigilator.addTime(pupil, 5);
    await page.waitForFunction(
      (text) => document.querySelector("[role=timer]").textContent !== text,
      before,
    );
  });

  await t.test("refused: the same question again, with what was ticked", async () => {
    await invigilator.settle(pupil, false);
    await paused("La salle est en pause").waitFor();
    await assertAccessible(page, "room paused");
    await invigilator.pauseRoom(false);
    await see("La question reste la même");
    await see("Votre temps est prolongé de 5 minutes");
    await taker.seeQuestion(taker.number);
    await eventually(async () =>
      assert.ok(await page.locator("label.choice input").first().isChecked()),
    );
    await assertAccessible(page, "report refused");
  });

  await t.test("a pause of one candidate is said, and ends by itself", async () => {
    await invigilator.pause(pupil, true);
    await paused("Votre test est en pause").waitFor();
    await assertAccessible(page, "paused");
    await invigilator.pause(pupil, false);
    await taker.seeQuestion(taker.number);
    await eventually(async () =>
      assert.ok(await page.locator("label.choice input").first().isChecked()),
    );
  });

  await t.test("offline it insists, says so, and arrives", async () => {
    await page.context().setOffline(true);
    await report.send("La consigne");
    await see("Votre signalement partira tout seul");
    await assertAccessible(page, "report under way, offline");
    await page.context().setOffline(false);
    await report.waiting.waitFor();
    const sent = await until("the box has it", async () => (await card()).report);
    assert.equal(sent.reason, "instruction");
  });

  await t.test("another station waits for the same decision", async () => {
    const first = { page, taker };
    taker = Object.assign(new TestTaker(await browsers.station(), site), { number: taker.number });
    ({ page } = taker);
    report = new Report(page);
    await taker.join(pupil);
    await taker.heading("Le surveillant doit autoriser ce poste").waitFor();
    await invigilator.resume(pupil);
    await report.waiting.waitFor();
    await first.taker.heading("Votre test continue sur un autre poste").waitFor();
  });

  await t.test("accepted: another question of the same number", async () => {
    const category = (await card()).report.categories.at(-1);
    await invigilator.settle(pupil, true, category);
    await see(`La question est remplacée, elle garde le numéro ${taker.number}`);
    await taker.seeQuestion(taker.number);
    assert.equal(await page.locator("label.choice input:checked").count(), 0);
    await assertAccessible(page, "report accepted");
  });

  await t.test("the end of the test comes to the one who waits", async () => {
    await report.send("Autre chose");
    await report.waiting.waitFor();
    await invigilator.end(pupil);
    await taker.heading("Le surveillant a terminé votre test").waitFor();
  });

  await assertPagesBehaved(t, browsers);
});
