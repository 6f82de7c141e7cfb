// SPDX-License-Identifier: Apache-2.0
// The remaining time is the box's, whatever the station's clock says.
import assert from "node:assert/strict";
import { test } from "node:test";
import { CandidatePage } from "./support/candidate_page.mjs";
import { InvigilatorPage } from "./support/invigilator_page.mjs";
import { until } from "./support/patience.mjs";
import { pupilNamed } from "./support/roster.mjs";
import { assertPagesBehaved, setStage } from "./support/stage.mjs";

/** How late a busy machine may look. An hour of error is far more. */
const slackSeconds = 20;

const minutes = (count) => count * 60;

/** "1:44:58" in seconds. */
const secondsIn = (text) =>
  text
    .match(/\d+(:\d\d)+/)[0]
    .split(":")
    .reduce((total, part) => total * 60 + Number(part), 0);

test("the remaining time is the box's", async (t) => {
  const { site, browsers } = await setStage();
  const ordinary = pupilNamed("ABADIE");
  const extended = pupilNamed("D’ORNANO");
  const invigilator = new InvigilatorPage(await browsers.station(), site);
  await invigilator.open();
  await invigilator.enter();
  await invigilator.seeRoom();

  const station = async () => {
    const page = await browsers.station();
    return {
      candidate: new CandidatePage(page, site),
      left: async () => secondsIn(await page.getByRole("timer").innerText()),
    };
  };
  /** To the second in the candidate's sheet only. */
  const sheetLeft = async (pupil) => {
    await invigilator.openSheet(pupil);
    const seconds = secondsIn(await invigilator.dialog.getByText("reste").innerText());
    await invigilator.closeDialog();
    return seconds;
  };

  await t.test("a station whose clock is wrong, then is set, shows the box's time", async () => {
    const { candidate, left } = await station();
    await candidate.page.addInitScript(() => {
      const now = Date.now;
      window.hoursAhead = 3;
      Date.now = () => now() + window.hoursAhead * 3600_000;
    });
    await candidate.begin(ordinary, invigilator);
    const shown = await left();
    assert.ok(shown <= minutes(105) && shown > minutes(105) - slackSeconds, `shown: ${shown} s`);
    const read = await sheetLeft(ordinary);
    assert.ok(Math.abs(read - (await left())) <= 3, `the invigilator reads ${read} s`);
    await candidate.page.evaluate(() => (window.hoursAhead = 4));
    const still = await left();
    await until("the time goes on", async () => (await left()) < still);
    const next = await left();
    assert.ok(next > still - slackSeconds, `after the clock was set: ${next} s`);
    await candidate.page.reload();
    await candidate.heading("Question 1 sur").waitFor();
    const later = await left();
    assert.ok(later <= shown && later > shown - slackSeconds, `after a reload: ${later} s`);
  });

  await t.test("extra time is there from the start, and said beforehand", async () => {
    const { candidate, left } = await station();
    await candidate.join(extended);
    await candidate.heading("Page 1 sur 5").waitFor();
    await candidate.button("Continuer").click();
    await candidate.page.getByText("votre temps majoré y est compris").waitFor();
    await candidate.page.reload();
    await candidate.readInformation();
    await invigilator.confirm(extended);
    await candidate.typeAccessCode();
    await candidate.seeQuestion(1);
    const whole = Math.floor(minutes(105) * 1.33);
    const shown = await left();
    assert.ok(shown <= whole && shown > whole - slackSeconds, `shown: ${shown} s of ${whole}`);
    await invigilator.see(extended, /33\s?%/);
  });

  await t.test("the time can be hidden, and shown again", async () => {
    const { candidate } = await station();
    const pupil = pupilNamed("DIALLO");
    await candidate.begin(pupil, invigilator);
    await candidate.button("Masquer").click();
    assert.equal(await candidate.page.getByRole("timer").count(), 0);
    await candidate.button("Afficher le temps").click();
    await candidate.page.getByRole("timer").waitFor();
  });

  await assertPagesBehaved(t, browsers);
});
