// SPDX-License-Identifier: Apache-2.0
// Each screen of the three pages is looked at for everyone: by the test that leads to it, or here.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { assertAccessible } from "./support/access.mjs";
import { packOf } from "./support/kinds_pack.mjs";
import { word } from "./support/models.mjs";
import { InvigilatorPage } from "./support/invigilator_page.mjs";
import { project } from "./support/places.mjs";
import { pupils } from "./support/roster.mjs";
import { openSecondRoom } from "./support/second_room.mjs";
import { assertPagesBehaved, ownLine, setStage } from "./support/stage.mjs";
import { TestTaker } from "./support/test_taker.mjs";

/** What each screen is called where it is looked at. */
const screens = {
  "C0, is the station ready": ["seat check, good", "seat check, remarks", "seat check, no box"],
  "C1, joining": ["join", "join, with errors", "join by code", "several candidates"],
  "C2, is it you": ["identity"],
  "C3, information": ["information, page ${number}", "rules not accepted"],
  "C4, waiting, then the code": ["waiting", "waiting, face to face", "access code, refused"],
  "C5, the question": ["question, ${kind}", "question, ${theme}", "question at 200 %", "report"],
  "C6, confirmation": ["question, ${kind}, confirmation", "question to pass"],
  "C7, focus": ["before a question in focus mode", "question in focus mode, left"],
  "C8, report": ["report to confirm", "held by a report", "report refused", "report accepted"],
  "C9, offline": ["offline", "report under way, offline"],
  "C10, pause and other stations": ["paused", "room paused", "takeover", "elsewhere", "other tab"],
  "C10, lockdown": ["lockdown missing, before the test"],
  "C11, the end of the time": ["question, the time is over"],
  "C12, the end": [
    "end, with its code",
    "ended by the invigilator",
    "ended by the time",
    "ended by the closing",
    "ended, an answer too late",
  ],
  "S0, entering": ["enter", "enter, with errors, password shown"],
  "S0, the code of the day": ["the code of the day"],
  "S1, the grid": ["room", "room, nobody found"],
  "S2, a candidate's sheet": ["a candidate's sheet", "noting an incident", "ending a test"],
  "S3, an alert": ["a report", "a lockdown that is missing", "a cut"],
  "S4, the whole room": ["confirming everybody", "a message", "time for everybody"],
  "S5, another station": ["releasing a seat"],
  "S6, closing": ["closing", "closing, last question", "sealed and received"],
  "S7, the network": ["out of date", "the seats"],
  "E1, the wall": [
    "waiting",
    "paused, with a message",
    "the wall, running",
    "the wall, at the end",
  ],
};

test("every screen is looked at", () => {
  const folder = join(project, "tests/e2e");
  const tests = readdirSync(folder)
    .filter((name) => name.endsWith(".test.mjs"))
    .map((name) => readFileSync(join(folder, name), "utf8"))
    .join("\n");
  const literally = (text) => text.replaceAll(/[$()*+.?[\\\]^{|}]/g, "\\$&");
  const called = (name) =>
    new RegExp(`(screen|dialog|assertAccessible)\\([^;]*["\`]${literally(name)}["\`]`);
  for (const [screen, names] of Object.entries(screens))
    for (const name of names) assert.match(tests, called(name), screen);
});

test("screens that no other test leads to", async (t) => {
  const { site, browsers } = await setStage({ pack: packOf([word]) });
  const second = await openSecondRoom(site, 2, "companion");
  const [pupil] = pupils;
  const invigilator = await site.client.enter(site.session.invigilator_password);
  const room = new InvigilatorPage(await browsers.station(), site);
  const wall = await browsers.station();
  await wall.goto(`${site.origin}/ecran#${site.session.number}`);
  await room.open();
  await room.enter();
  await room.seeRoom();

  const { line, here } = await ownLine(site, browsers);
  const taker = new TestTaker(await browsers.station(), { ...here, client: site.client });
  await taker.startTest(pupil);
  await taker.arrive();

  await t.test("a script in an answer is a text", async () => {
    const script = `<img src="x" onerror="document.title = 'pris'">`;
    await taker.page.locator("#reponse").fill(script);
    await taker.button("Je valide").click();
    await taker.page.locator(".recap").getByText(script).waitFor();
    await taker.confirm();
    ++taker.number;
    await taker.arrive();
    assert.equal(taker.lastSent(), script);
    assert.match(await taker.page.title(), /^Question 2/);
  });

  await t.test("the wall while tests run", async () => {
    await wall.getByText("Test en cours").waitFor();
    await assertAccessible(wall, "the wall, running");
  });

  await t.test("a cut that the invigilator looks at", async () => {
    await line.stopListening();
    await room.see(pupil, "Hors ligne"); // lost for 10 s: that is a cut
    await line.restore();
    await room.see(pupil, "Coupure à examiner");
    await room.openSheet(pupil);
    await room.dialog.getByText("Temps rendu, à confirmer").waitFor();
    await assertAccessible(room.page, "a cut");
    await room.closeDialog();
  });

  await t.test("a seat that should be locked", async () => {
    site.client.session = second.session.number;
    const other = await site.client.enter(second.session.invigilator_password);
    const [unlocked] = second.roster;
    await site.client.join(unlocked);
    await other.confirm(unlocked);
    const { session } = second;
    const page = new InvigilatorPage(await browsers.station(), {
      ...site,
      origin: site.origin,
      session,
    });
    await page.open();
    await page.enter();
    await page.seeRoom();
    await page.press(unlocked, "Continuer sans verrouillage");
    await page.dialog.waitFor();
    await assertAccessible(page.page, "a lockdown that is missing");
    await page.answer("Continuer sans verrouillage").click();
    await page.see(unlocked, "Sans verrouillage, autorisé");
  });

  await t.test("the wall at the end", async () => {
    await invigilator.finalise();
    await taker.heading("La session est terminée").waitFor();
    await wall.getByText("Session terminée").waitFor();
    await assertAccessible(wall, "the wall, at the end");
  });

  await assertPagesBehaved(t, browsers);
});
