// SPDX-License-Identifier: Apache-2.0
// A whole session, from the first page to the platform's receipt.
import assert from "node:assert/strict";
import { test } from "node:test";
import { screens } from "./support/browser.mjs";
import { CandidatePage, questionCount } from "./support/candidate_page.mjs";
import { writeDemandingPack } from "./support/demanding_pack.mjs";
import { InvigilatorPage } from "./support/invigilator_page.mjs";
import { pupilNamed } from "./support/roster.mjs";
import { assertPagesBehaved, setStage } from "./support/stage.mjs";

test("a session, from the first page to the platform's receipt", async (t) => {
  const { site, browsers } = await setStage({ pack: writeDemandingPack });
  // Two pupils of the class have this name and this date of birth.
  const noemie = pupilNamed("DUPRÉ", "Noémie");
  const stopped = pupilNamed("ÜNAL");
  const unfinished = pupilNamed("NGUYỄN");
  const candidate = new CandidatePage(await browsers.station(), site);
  const other = new CandidatePage(await browsers.station(), site);
  const invigilator = new InvigilatorPage(
    await browsers.station({ viewport: screens.phone }),
    site,
  );

  await t.test("the candidate joins, reads five pages and waits", async () => {
    await candidate.join(noemie);
    await candidate.readInformation();
    await candidate.heading("Le surveillant va confirmer votre présence").waitFor();
  });

  await t.test("the invigilator sees who is there and confirms it, on a phone", async () => {
    await invigilator.open();
    await invigilator.enter();
    await invigilator.seeRoom();
    await invigilator.see(noemie, "Présence à confirmer");
    await invigilator.confirm(noemie);
    await invigilator.see(noemie, "Peut commencer");
  });

  await t.test("the access code opens the first question", async () => {
    await candidate.typeAccessCode();
    await candidate.seeQuestion(1);
    await invigilator.see(noemie, "En cours");
    await invigilator.seeCount("présents", "1/24");
    await invigilator.seeCount("en cours", "1");
  });

  await t.test(
    "32 questions are answered by mouse and keyboard, and the grid follows",
    async () => {
      const met = new Set();
      for (let number = 1; number <= questionCount; ++number) {
        await candidate.seeQuestion(number);
        met.add(await candidate.kind());
        if (await candidate.hasPicture()) met.add("picture");
        if (number % 8 === 0) await candidate.skip();
        else if (number % 3 === 0) await candidate.answerByKeyboard();
        else await candidate.answer();
        if (number % 8 === 1) await invigilator.see(noemie, `${number} / ${questionCount}`);
      }
      assert.deepEqual([...met].sort(), ["picture", "qcm", "qcu", "qroc"]);
      await candidate.heading("Test terminé").waitFor();
      await candidate.page.getByText("Toutes vos réponses sont arrivées").waitFor();
      await invigilator.see(noemie, "Terminé");
    },
  );

  await t.test("the invigilator ends another test, whose candidate learns it at once", async () => {
    await other.begin(stopped, invigilator);
    await other.answer();
    await other.seeQuestion(2);
    await invigilator.end(stopped);
    await other.heading("Le surveillant a terminé votre test").waitFor();
    await invigilator.see(stopped, "Terminé");
  });

  await t.test("closing asks a reason for each test that was not completed", async () => {
    const third = await site.client.join(unfinished);
    await invigilator.confirm(unfinished);
    await invigilator.see(unfinished, "Peut commencer");
    await third.start(site.session.access_code);
    await third.passUntil(3);
    await invigilator.see(unfinished, `3 / ${questionCount}`);
    await invigilator.openClosing();
    await invigilator.button("Terminer la session").click();
    await invigilator.page.getByRole("alert").getByText("choisissez une raison").first().waitFor();
    await invigilator.giveReason(stopped, "Manque de temps ou départ du candidat");
    await invigilator.giveReason(unfinished, "Problème technique");
    await invigilator.close();
  });

  await t.test("the session is sealed, sent, and its receipt shows by itself", async () => {
    await invigilator.page.getByText("Réponses scellées et signées").waitFor();
    await invigilator.page.getByText("Accusé de réception vérifié").waitFor();
    const code = await invigilator.page
      .getByText("Code de l’accusé")
      .locator("strong")
      .textContent();
    assert.match(code, /^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/);
    assert.ok(await invigilator.isStillTheSameVisit(), "nobody had to reload");
  });

  await t.test("the platform has each answer, once, as it was given", () => {
    const stored = site.storedAnswers();
    const of = ({ number: candidate }) =>
      stored
        .filter((one) => one.candidate === candidate)
        .map(({ number, value }) => ({ number, value }));
    assert.deepEqual(of(noemie), candidate.given);
    assert.deepEqual(of(stopped), other.given);
    assert.equal(of(unfinished).length, 3);
    assert.equal(stored.length, questionCount + 1 + 3);
  });

  await assertPagesBehaved(t, browsers);
});
