// SPDX-License-Identifier: Apache-2.0
// What is wrong is said where it is wrong, in words that help.
import assert from "node:assert/strict";
import { test } from "node:test";
import { CandidatePage } from "./support/candidate_page.mjs";
import { InvigilatorPage } from "./support/invigilator_page.mjs";
import { seeFocus } from "./support/keyboard.mjs";
import { eventually } from "./support/patience.mjs";
import { pupilNamed, pupils } from "./support/roster.mjs";
import { assertPagesBehaved, setStage } from "./support/stage.mjs";

test("refusals are clear", async (t) => {
  const { site, browsers } = await setStage();
  const [pupil] = pupils;
  const candidate = new CandidatePage(await browsers.station(), site);
  const invigilator = new InvigilatorPage(await browsers.station(), site);
  const { page } = candidate;
  const alert = (where) => where.getByRole("alert");
  const enter = () => candidate.button("Entrer dans la session").click();
  const seeWrongFields = (...wanted) =>
    eventually(async () => {
      const wrong = page.locator("[aria-invalid=true]");
      assert.deepEqual(await wrong.evaluateAll((inputs) => inputs.map(({ id }) => id)), wanted);
    });

  await t.test("an empty form names each field and takes the keyboard to it", async () => {
    await candidate.open();
    await page.getByLabel("Numéro de session").fill("");
    await enter();
    await alert(page).waitFor();
    assert.equal(await alert(page).getByRole("link").count(), 4);
    await seeFocus(page, "[role=alert]");
    await alert(page).getByRole("link", { name: "Écrivez votre prénom." }).click();
    await seeFocus(page, "#prenom");
  });

  await t.test("somebody who is not on the list", async () => {
    await page.getByLabel("Numéro de session").fill(site.session.number);
    await candidate.fillIdentity({ ...pupil, year: "1999" });
    await enter();
    await alert(page).getByText("Aucun candidat").waitFor();
  });

  await t.test("a day that does not exist", async () => {
    await candidate.fillIdentity({ ...pupil, day: "31", month: "02" });
    await enter();
    await alert(page).getByText("une date qui existe").waitFor();
    await seeWrongFields("naissance-jour", "naissance-mois", "naissance-annee");
  });

  await t.test("a session that is not there", async () => {
    await candidate.fillIdentity(pupil);
    await page.getByLabel("Numéro de session").fill("999999");
    await enter();
    await alert(page)
      .getByText(/session/i)
      .first()
      .waitFor();
  });

  await t.test("capitals, accents and spaces do not matter", async () => {
    const loic = pupilNamed("ISAMBERT");
    await page.getByLabel("Numéro de session").fill(` ${site.session.number} `);
    await candidate.fillIdentity({
      ...loic,
      last_name: " isambert ",
      first_name: "LOIC",
      day: "16",
      month: "6",
    });
    await enter();
    await candidate.heading("Est-ce bien vous ?").waitFor();
    await page.getByText("Loïc").waitFor();
    await candidate.button("Ce n’est pas moi").click();
    await candidate.heading("Rejoindre une session").waitFor();
  });

  await t.test("the wrong password of a session", async () => {
    await invigilator.open();
    await invigilator.enter("000000");
    await alert(invigilator.page).getByText("ne vont pas ensemble").waitFor();
    await invigilator.enter();
    await invigilator.seeRoom();
  });

  await t.test("the wrong access code, then the right one", async () => {
    await candidate.join(pupil);
    await candidate.readInformation();
    await candidate.heading("Le surveillant va confirmer").waitFor();
    await invigilator.confirm(pupil);
    await candidate.typeAccessCode("AAAA00");
    await alert(page).getByText("code").first().waitFor();
    await seeWrongFields("code");
    await candidate.typeAccessCode(site.session.access_code.toLowerCase());
    await candidate.seeQuestion(1);
  });

  await t.test("a presence that the invigilator takes back", async () => {
    const other = new CandidatePage(await browsers.station(), site);
    const zoe = pupilNamed("ÜNAL");
    await other.join(zoe);
    await other.readInformation();
    await invigilator.confirm(zoe);
    await other.heading("Commencer le test").waitFor();
    await invigilator.act(zoe, "Annuler la présence");
    await other.heading("Le surveillant va confirmer").waitFor();
  });

  await t.test("a session that is closed", async () => {
    const late = new CandidatePage(await browsers.station(), site);
    await invigilator.openClosing();
    await invigilator.giveReason(pupil, "Problème technique");
    await invigilator.close();
    await candidate.heading("La session est terminée").waitFor();
    await late.open();
    await late.fillIdentity(pupilNamed("DIALLO"));
    await late.button("Entrer dans la session").click();
    await alert(late.page)
      .getByText(/session/i)
      .first()
      .waitFor();
  });

  await assertPagesBehaved(t, browsers);
});
