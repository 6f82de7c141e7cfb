// SPDX-License-Identifier: Apache-2.0
// A session whose seats must be locked: what its candidates see when one is not.
import assert from "node:assert/strict";
import { test } from "node:test";
import { assertAccessible } from "./support/access.mjs";
import { CandidatePage } from "./support/candidate_page.mjs";
import { eventually, until } from "./support/patience.mjs";
import { openSecondRoom } from "./support/second_room.mjs";
import { assertPagesBehaved, setStage } from "./support/stage.mjs";

const missing = "Le verrouillage de ce poste manque";
const ofRoster = ({ birthdate, ...pupil }) => {
  const [year, month, day] = birthdate.split("-");
  return { ...pupil, birthdate, day, month, year };
};

test("a session that asks for locked seats", async (t) => {
  const { site, browsers } = await setStage();
  const { session, roster } = await openSecondRoom(site, 2, "companion");
  site.client.session = session.number;
  const here = { origin: site.origin, session, client: site.client };
  const invigilator = await site.client.enter(session.invigilator_password);
  const pupil = ofRoster(roster[0]);
  const candidate = new CandidatePage(await browsers.station(), here);
  const { page } = candidate;

  /** What the page's companion says, as long as it is there; it remembers what it was asked. */
  await page.addInitScript(() => {
    window.companion = { there: false, locked: false, asked: [] };
    addEventListener("message", ({ data }) => {
      const { companion } = window;
      if (!companion.there || data.to !== "companion") return;
      companion.asked.push(data.type);
      if (data.type !== "ping") companion.locked = data.type === "lock";
      const { locked } = companion;
      const pong = { preau: 1, from: "companion", type: "pong", version: "1.0.0", locked };
      postMessage(pong, location.origin);
    });
  });
  const setCompanion = (there) => page.evaluate((is) => (window.companion.there = is), there);
  const locked = () => page.evaluate(() => window.companion.locked);
  const seeFlag = (flag) =>
    until(`the card says ${flag}`, async () =>
      (await invigilator.card(pupil.number)).flags.includes(flag),
    );

  await t.test("before the test, the page says what is missing and waits", async () => {
    await candidate.join(pupil);
    await candidate.readInformation();
    await invigilator.confirm(pupil);
    await candidate.heading(missing).waitFor();
    await page.getByText("Votre test n’a pas commencé").waitFor();
    await seeFlag("lockdown_missing");
    await assertAccessible(page, "lockdown missing, before the test");
  });

  await t.test(
    "it goes on by itself, and the computer is locked from the first question",
    async () => {
      await setCompanion(true);
      await candidate.typeAccessCode();
      await candidate.seeQuestion(1);
      await until("it is locked", locked);
      await candidate.answer();
      await candidate.seeQuestion(2);
    },
  );

  await t.test("a companion that disappears holds the test, whatever was being typed", async () => {
    await candidate.prepare();
    await setCompanion(false);
    await candidate.heading(missing).waitFor();
    await page.getByText("Votre temps est arrêté").waitFor();
    await seeFlag("lockdown_missing");
    await assertAccessible(page, "lockdown missing, during the test");
    await setCompanion(true);
    await candidate.seeQuestion(2);
  });

  await t.test("a page that is reloaded does not miss it at once", async () => {
    await page.addInitScript(() => (window.companion.there = true));
    await page.reload();
    await candidate.seeQuestion(2);
    await eventually(async () => {
      const { timeline } = await invigilator.sheet(pupil);
      const changes = timeline.filter(({ what }) => what === "lockdown.observed");
      assert.equal(changes.length, 3, "found, lost, found again");
    });
  });

  await t.test("the invigilator may let a candidate go on without", async () => {
    await setCompanion(false);
    await candidate.heading(missing).waitFor();
    await invigilator.act("POST", pupil, "lockdown");
    await candidate.seeQuestion(2);
    await seeFlag("lockdown_waived");
    await candidate.answer();
    await candidate.seeQuestion(3);
  });

  await t.test("the computer is free again when the test is over", async () => {
    await setCompanion(true);
    await until("it is locked", locked);
    await invigilator.end(pupil);
    await candidate.heading("Le surveillant a terminé votre test").waitFor();
    await until("it is free", async () => !(await locked()));
  });

  await assertPagesBehaved(t, browsers);
});
