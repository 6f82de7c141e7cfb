// SPDX-License-Identifier: Apache-2.0
// A session that nobody but the invigilator opens: the code of the day on the real page, before the
// room and again after a power cut, while a candidate waits in the middle of the test.
import assert from "node:assert/strict";
import { test } from "node:test";
import { assertAccessible } from "./support/access.mjs";
import { CandidatePage } from "./support/candidate_page.mjs";
import { InvigilatorPage } from "./support/invigilator_page.mjs";
import { openSecondRoom } from "./support/second_room.mjs";
import { setStage } from "./support/stage.mjs";

const { site, browsers } = await setStage();

test("the code of the day opens a session, and again after a power cut", async (t) => {
  const { session, roster, dayCode } = await openSecondRoom(site, 1);
  const [year, month, day] = roster[0].birthdate.split("-");
  const pupil = { ...roster[0], year, month, day };
  const here = { origin: site.origin, session };
  const invigilator = new InvigilatorPage(await browsers.station(), here);
  const candidate = new CandidatePage(await browsers.station(), here);
  const code = invigilator.page.getByLabel("Code du jour");
  site.client.session = site.session.number;

  await t.test("a candidate in the middle of the test", async () => {
    await invigilator.open();
    await invigilator.enter(session.invigilator_password);
    await invigilator.seeRoom();
    await candidate.begin(pupil, invigilator);
    await candidate.answer();
    await candidate.seeQuestion(2);
  });

  await t.test("after a power cut the page asks for the code, and tells a slip at once", async () => {
    site.powerOff();
    await site.powerOn(); // the demo gives its own session's code, and not this one's
    await invigilator.heading("La session attend le code du jour").waitFor();
    await invigilator.page
      .getByLabel("Mot de passe de la session", { exact: true })
      .fill(session.invigilator_password);
    await assertAccessible(invigilator.page, "the code of the day");
    await code.fill("0000-0000-0000-0001");
    await invigilator.page.getByText("Un signe de ce code est faux").waitFor();
    await code.fill("0000-0000-0000-0000");
    await invigilator.button("Ouvrir la session").click();
    await invigilator.page.getByText("Ce code n’ouvre pas cette session").first().waitFor();
  });

  await t.test("the same code opens it, and the candidate goes on", async () => {
    await code.fill(dayCode.toLowerCase().replaceAll("-", " "));
    assert.equal(await code.inputValue(), dayCode);
    await invigilator.button("Ouvrir la session").click();
    await invigilator.heading(`Session ${session.number}`).waitFor();
    await candidate.answer();
    await candidate.seeQuestion(3);
  });
});
