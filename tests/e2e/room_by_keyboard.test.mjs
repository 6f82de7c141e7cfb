// SPDX-License-Identifier: Apache-2.0
// A whole session is invigilated with the keyboard alone.
import assert from "node:assert/strict";
import { test } from "node:test";
import { BeatingHearts } from "./support/beating_hearts.mjs";
import { screens } from "./support/browser.mjs";
import { InvigilatorPage, nameOf } from "./support/invigilator_page.mjs";
import { assertFocusIsInSight, tabTo, tabToWords } from "./support/keyboard.mjs";
import { until } from "./support/patience.mjs";
import { pupils } from "./support/roster.mjs";
import { assertPagesBehaved, setStage } from "./support/stage.mjs";

test("a session is invigilated with the keyboard alone", async (t) => {
  const { site, browsers } = await setStage();
  const [first, second] = pupils;
  const room = new InvigilatorPage(await browsers.station({ viewport: screens.tablet }), site);
  const { page } = room;
  const { keyboard } = page;
  await page.addInitScript(() => {
    for (const kind of ["pointerdown", "mousedown", "touchstart"])
      addEventListener(kind, () => window.preauFault(`${kind}: no hand is on the mouse`), true);
  });
  const press = async (words) => {
    await tabToWords(page, words);
    await keyboard.press("Enter");
  };
  /** In the dialog on top, once it is there. */
  const pressInDialog = async (words) => {
    await room.answer(words).waitFor();
    await press(words);
  };
  const write = async (label, text) => {
    await tabToWords(page, label);
    await keyboard.type(text);
  };
  /** A candidate's sheet, then one of its acts. */
  const inSheet = async (pupil, act) => {
    await press(nameOf(pupil));
    await room.dialog.getByRole("heading", { level: 2, name: nameOf(pupil) }).waitFor();
    await press(act);
  };
  const hearts = new BeatingHearts(); // their silence is not what this is about
  const tell = (candidate, path, body) =>
    site.client.call("POST", `/candidates/me/${path}`, { token: candidate.token, body });

  await t.test("entering, with a name", async () => {
    await room.open();
    await write("Numéro de session", site.session.number);
    await write("Mot de passe de la session", site.session.invigilator_password);
    await write("Votre nom", "Mme Roche");
    await keyboard.press("Enter");
    await room.seeRoom();
  });

  const candidates = [];
  await t.test("confirming one, then all who are there", async () => {
    candidates.push(await site.client.join(first));
    await hearts.add(candidates[0]);
    await room.see(first, "Présence à confirmer");
    await press(`Confirmer la présence : ${nameOf(first)}`);
    await room.see(first, "Peut commencer");
    candidates.push(await site.client.join(second));
    await hearts.add(candidates[1]);
    await room.see(second, "Présence à confirmer");
    await press("Salle");
    await pressInDialog("Confirmer tous les présents");
    await pressInDialog("Je les ai reconnus");
    await room.see(second, "Peut commencer");
    for (const candidate of candidates) await candidate.start(site.session.access_code);
    await room.see(second, "En cours");
  });

  await t.test("a report, accepted for a reason", async () => {
    const [candidate] = candidates;
    const { number, item } = candidate.view.question;
    await tell(candidate, `questions/${number}/report`, { reason: "other" });
    await room.see(first, "Signalement");
    await press(`Traiter le signalement : ${nameOf(first)}`);
    await room.dialog.getByText("Ce que vous constatez").waitFor();
    await tabTo(page, "dialog input[type=radio]");
    await keyboard.press("Space");
    await pressInDialog("Accepter");
    await room.seeNoMore(first, "Signalement");
    assert.notEqual((await candidate.look()).question.item, item);
  });

  await t.test("time for one, a pause, an incident, a message", async () => {
    await inSheet(first, "Ajouter du temps");
    await room.answer("Ajouter 5").waitFor();
    await tabToWords(page, "Raison");
    await keyboard.press("ArrowDown");
    await press("Ajouter 5");
    await room.closeDialog();
    await room.see(first, "+5 min");
    await inSheet(first, "Mettre en pause");
    await room.closeDialog();
    await room.see(first, "En pause");
    await press(`Reprendre le test : ${nameOf(first)}`);
    await room.seeNoMore(first, "En pause");
    await press("Salle");
    await pressInDialog("Message à tous");
    await page.locator("textarea:focus").waitFor();
    await keyboard.type("Silence, merci.");
    await press("Envoyer");
    await until("it has arrived", async () => (await candidates[1].look()).message !== null);
    assert.equal(candidates[1].view.message.text, "Silence, merci.");
  });

  await t.test("ending a test, then the session", async () => {
    await inSheet(first, "Terminer le test");
    await room.answer("Continuer").waitFor();
    await tabToWords(page, "Manque de temps");
    await keyboard.press("Space");
    await press("Continuer");
    await pressInDialog(`Arrêter le test de ${nameOf(first)}`);
    await room.closeDialog();
    await room.see(first, "Terminé");
    await assertFocusIsInSight(page);
    await press("Terminer la session");
    await room.heading("Terminer la session").first().waitFor();
    await tabTo(page, "main input[type=radio]:not(:checked)");
    await keyboard.press("ArrowDown");
    await press("Terminer la session");
    await press("Oui, terminer la session");
    await page.getByText("Accusé de réception vérifié").waitFor();
  });

  await assertPagesBehaved(t, browsers);
});
