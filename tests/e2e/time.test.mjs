// SPDX-License-Identifier: Apache-2.0
// The remaining time is the box's, whatever the station's clock says.
import assert from "node:assert/strict";
import { test } from "node:test";
import { CandidatePage } from "./support/candidate_page.mjs";
import { InvigilatorPage } from "./support/invigilator_page.mjs";
import { until } from "./support/patience.mjs";
import { pupilNamed } from "./support/roster.mjs";
import { assertPagesBehaved, setStage } from "./support/stage.mjs";

/** Of what is shown and what is measured here. An hour of error is far more. */
const slackSeconds = 3;

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

  /** Seconds gone by since this was made. */
  const stopwatch = () => {
    const start = performance.now();
    return () => (performance.now() - start) / 1000;
  };
  /** What was `from` seconds when the watch was started is this now, however late one looks. */
  const assertLeft = (seconds, from, passed, what) => {
    assert.ok(seconds <= from && seconds > from - passed() - slackSeconds, `${what}: ${seconds} s`);
  };

  await t.test("a station whose clock is wrong, then is set, shows the box's time", async () => {
    const { candidate, left } = await station();
    await candidate.page.addInitScript(() => {
      const now = Date.now;
      window.hoursAhead = 3;
      Date.now = () => now() + window.hoursAhead * 3600_000;
    });
    const passed = stopwatch();
    await candidate.begin(ordinary, invigilator);
    const shown = await left();
    assertLeft(shown, minutes(105), passed, "shown");
    const since = stopwatch();
    const most = (await left()) + slackSeconds;
    const read = await sheetLeft(ordinary);
    const least = (await left()) - slackSeconds;
    assert.ok(read <= most && read >= least, `the invigilator reads ${read} s`);
    await candidate.page.evaluate(() => (window.hoursAhead = 4));
    const still = await left();
    await until("the time goes on", async () => (await left()) < still);
    assertLeft(await left(), still, since, "after the clock was set");
    await candidate.page.reload();
    await candidate.heading("Question 1 sur").waitFor();
    assertLeft(await left(), shown, since, "after a reload");
  });

  await t.test("extra time is there from the start, and said beforehand", async () => {
    const { candidate, left } = await station();
    const passed = stopwatch();
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
    assertLeft(await left(), whole, passed, `shown, of ${whole} s`);
    await invigilator.see(extended, /33\s?%/);
  });

  await t.test("the time can be hidden, and shown again", async () => {
    const { candidate } = await station();
    const pupil = pupilNamed("DIALLO");
    await candidate.begin(pupil, invigilator);
    await candidate.button("Masquer").click();
    await candidate.page.getByRole("timer").waitFor({ state: "detached" });
    await candidate.button("Afficher le temps").click();
    await candidate.page.getByRole("timer").waitFor();
  });

  await assertPagesBehaved(t, browsers);
});
