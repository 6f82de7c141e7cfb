// SPDX-License-Identifier: Apache-2.0
// Every screen of the candidate's page, for everyone.
import { test } from "node:test";
import { assertAccessible } from "./support/access.mjs";
import { CandidatePage } from "./support/candidate_page.mjs";
import { writeDemandingPack } from "./support/demanding_pack.mjs";
import { pupils } from "./support/roster.mjs";
import { assertPagesBehaved, setStage } from "./support/stage.mjs";

test("every screen of the candidate's page is accessible", async (t) => {
  const { site, browsers } = await setStage({ pack: writeDemandingPack });
  const [pupil] = pupils;
  const invigilator = await site.client.enter(site.session.invigilator_password);
  const candidate = new CandidatePage(await browsers.station(), site);
  const { page } = candidate;
  const screen = (name) => t.test(name, () => assertAccessible(page, name));

  await candidate.open();
  await screen("join");
  await candidate.button("Entrer dans la session").click();
  await page.getByRole("alert").waitFor();
  await screen("join, with errors");
  await candidate.fillIdentity(pupil);
  await candidate.button("Entrer dans la session").click();
  await candidate.heading("Est-ce bien vous ?").waitFor();
  await screen("identity");
  await candidate.button("Oui, c’est moi").click();
  for (let number = 1; number <= 5; ++number) {
    await candidate.heading(`Page ${number} sur 5`).waitFor();
    await screen(`information, page ${number}`);
    await candidate.button(number < 5 ? "Continuer" : "Terminer la lecture").click();
  }
  await page.getByText("Cochez la case").waitFor();
  await screen("rules not accepted");
  await page.getByRole("checkbox").check();
  await candidate.button("Terminer la lecture").click();
  await candidate.heading("Le surveillant va confirmer").waitFor();
  await screen("waiting");
  await invigilator.confirm(pupil);
  await candidate.heading("Commencer le test").waitFor();
  await screen("access code");
  await candidate.typeAccessCode("AAAA00");
  await page.getByRole("alert").waitFor();
  await screen("access code, refused");
  await candidate.typeAccessCode();

  const seen = new Set();
  for (let number = 1; seen.size < 3; ++number) {
    await candidate.seeQuestion(number);
    const kind = await candidate.kind();
    if (seen.has(kind)) {
      await candidate.skip();
      continue;
    }
    seen.add(kind);
    await screen(`question, ${kind}`);
    await candidate.button("Je valide").click();
    await page.getByRole("alert").waitFor();
    await screen(`question, ${kind}, nothing chosen`);
    if (await candidate.hasPicture()) {
      await page.getByText("Description de l’image").click();
      await screen(`question, ${kind}, description of the picture`);
    }
    await candidate.validate(await candidate.prepare());
    await screen(`question, ${kind}, confirmation`);
    await candidate.confirm();
  }

  const next = candidate.number + 1;
  await candidate.seeQuestion(next);
  await candidate.button("Je passe").click();
  await candidate.heading(`Passer la question ${next}`).waitFor();
  await screen("question to pass");
  await candidate.button("Revenir à la question").click();
  await candidate.seeQuestion(next);
  await t.test("offline", async () => {
    site.powerOff();
    await candidate.answer();
    await candidate.badge("Hors ligne – gardé sur ce poste (1)").waitFor();
    await page.getByText("Ne fermez pas").waitFor();
    await assertAccessible(page, "offline");
    await site.powerOn();
    await candidate.seeQuestion(next + 1);
  });

  await t.test("another station asks for the test", async () => {
    const second = new CandidatePage(await browsers.station(), site);
    await second.join(pupil);
    await second.heading("Le surveillant doit autoriser ce poste").waitFor();
    await assertAccessible(second.page, "takeover");
    await invigilator.resume(pupil);
    await second.heading(`Question ${next + 1} sur`).waitFor();
    await candidate.heading("Votre test continue sur un autre poste").waitFor();
    await assertAccessible(page, "elsewhere");
    await invigilator.end(pupil);
    await second.heading("Le surveillant a terminé votre test").waitFor();
    await assertAccessible(second.page, "ended by the invigilator");
  });

  await assertPagesBehaved(t, browsers);
});
