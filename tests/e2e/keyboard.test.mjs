// SPDX-License-Identifier: Apache-2.0
// From the first page to the first confirmed answer without a mouse.
import { test } from "node:test";
import { screens } from "./support/browser.mjs";
import { CandidatePage } from "./support/candidate_page.mjs";
import { InvigilatorPage, nameOf } from "./support/invigilator_page.mjs";
import { assertFocusIsInSight, tabTo } from "./support/keyboard.mjs";
import { pupils } from "./support/roster.mjs";
import { assertPagesBehaved, setStage } from "./support/stage.mjs";

test("the keyboard is enough", async (t) => {
  const { site, browsers } = await setStage();
  const [pupil] = pupils;
  const room = new InvigilatorPage(await browsers.station(), site);
  const candidate = new CandidatePage(await browsers.station({ viewport: screens.tablet }), site);
  const { keyboard } = candidate.page;

  await t.test("the candidate joins and reads", async () => {
    await candidate.page.goto(site.origin);
    await candidate.heading("Rejoindre une session").waitFor();
    const { session } = site;
    const { last_name, first_name, day, month, year } = pupil;
    for (const text of [session.number, last_name, first_name, day, month, year]) {
      await tabTo(candidate.page, "input");
      await keyboard.type(text);
    }
    await keyboard.press("Enter");
    await candidate.heading("Est-ce bien vous ?").waitFor();
    await tabTo(candidate.page, "button.primary");
    await keyboard.press("Enter");
    for (let number = 1; number < 5; ++number) {
      await candidate.heading(`Page ${number} sur 5`).waitFor();
      await tabTo(candidate.page, "button.primary");
      await keyboard.press("Enter");
    }
    await candidate.heading("Page 5 sur 5").waitFor();
    await tabTo(candidate.page, "input[type=checkbox]");
    await keyboard.press("Space");
    await keyboard.press("Enter");
    await candidate.heading("Le surveillant va confirmer").waitFor();
  });

  await t.test("the invigilator enters and confirms", async () => {
    await room.open();
    await tabTo(room.page, "input");
    await room.page.keyboard.type(site.session.number);
    await tabTo(room.page, "input");
    await room.page.keyboard.type(site.session.invigilator_password);
    await tabTo(room.page, "input");
    await room.page.keyboard.type("Mme Roche");
    await room.page.keyboard.press("Enter");
    await room.seeRoom();
    await tabTo(room.page, `button[aria-label$="${nameOf(pupil)}"]`);
    await room.page.keyboard.press("Enter");
    await room.see(pupil, "Peut commencer");
  });

  await t.test("the first answer is given and confirmed", async () => {
    await candidate.heading("Commencer le test").waitFor();
    await tabTo(candidate.page, "input");
    await keyboard.type(site.session.access_code);
    await keyboard.press("Enter");
    await candidate.seeQuestion(1);
    await candidate.answerByKeyboard();
    await candidate.seeQuestion(2);
    await room.see(pupil, "1 / 32");
  });

  await t.test("what has the focus is never covered", async () => {
    await candidate.page.setViewportSize(screens.desktop);
    await assertFocusIsInSight(candidate.page);
    await assertFocusIsInSight(room.page);
  });

  await assertPagesBehaved(t, browsers);
});
