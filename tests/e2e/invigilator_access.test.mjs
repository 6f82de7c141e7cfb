// SPDX-License-Identifier: Apache-2.0
// Every screen and every dialog of the invigilator's page, for everyone.
import { test } from "node:test";
import { assertAccessible } from "./support/access.mjs";
import { fillRoom } from "./support/full_room.mjs";
import { InvigilatorPage } from "./support/invigilator_page.mjs";
import { assertPagesBehaved, setStage } from "./support/stage.mjs";

test("every screen of the invigilator's page is accessible", async (t) => {
  const { site, browsers } = await setStage();
  const invigilator = new InvigilatorPage(await browsers.station(), site);
  const { page } = invigilator;
  const screen = (name) => t.test(name, () => assertAccessible(page, name));
  const room = await fillRoom(site);
  const [working] = room.running.slice(2);
  /** Looks at a dialog, then closes it and what it was opened from. */
  const dialog = async (name, open) => {
    await open();
    await invigilator.dialog.waitFor();
    await screen(name);
    while ((await page.getByRole("dialog").count()) > 0) await invigilator.closeDialog();
  };
  const sheet = (act) => () => invigilator.press(working, act);

  await invigilator.open();
  await screen("enter");
  await invigilator.button("Entrer").click();
  await page.getByRole("alert").waitFor();
  await invigilator.button("Afficher").click();
  await screen("enter, with errors, password shown");
  await invigilator.enter();
  await invigilator.seeRoom();
  await screen("room");
  await invigilator.button("En cours").click();
  await page.getByLabel("Chercher un nom").fill("personne");
  await screen("room, nobody found");
  await page.getByLabel("Chercher un nom").fill("");
  await invigilator.button("Tous").click();

  await dialog("a candidate's sheet", () => invigilator.openSheet(working));
  await dialog("a report", () => invigilator.press(room.reporting, "Traiter le signalement"));
  await dialog("adding time", async () => {
    await invigilator.press(working, "Ajouter du temps");
    await invigilator.answer("Ajouter 5").click();
  });
  await dialog("releasing a seat", sheet("Libérer le poste"));
  await dialog("noting an incident", async () => {
    await invigilator.press(working, "Noter un incident");
    await invigilator.answer("Noter l’incident").click();
  });
  await dialog("ending a test", sheet("Terminer le test"));
  await dialog("ending a test, second question", async () => {
    await invigilator.press(working, "Terminer le test");
    await invigilator.dialog.getByLabel("Problème technique").check();
    await invigilator.answer("Continuer").click();
  });
  await dialog("acts for the room", () => invigilator.button("Salle : ").click());
  await dialog("confirming everybody", () =>
    invigilator.pressRoom("Confirmer tous les présents"),
  );
  await dialog("a message", () => invigilator.pressRoom("Message à tous"));
  await dialog("time for everybody", () => invigilator.pressRoom("Ajouter du temps à tous"));
  await dialog("pausing the room", () => invigilator.pressRoom("Mettre la salle en pause"));
  await dialog("the seats", () => invigilator.pressRoom("Postes vérifiés"));

  await t.test("out of date", async () => {
    site.powerOff();
    await page.getByText("Le boîtier ne répond plus").waitFor();
    await invigilator.confirm(room.waiting[0]);
    await invigilator.see(room.waiting[0], "en attente d’envoi");
    await assertAccessible(page, "out of date");
    await site.powerOn();
    await page.getByText("Le boîtier ne répond plus").waitFor({ state: "detached" });
    await invigilator.see(room.waiting[0], "Peut commencer");
  });

  await invigilator.openClosing();
  await screen("closing");
  await invigilator.button("Terminer la session").click();
  await page.getByRole("alert").getByText("Traitez d’abord").waitFor();
  await screen("closing, a report open, reasons missing");
  await invigilator.press(room.reporting, "Traiter le signalement");
  await invigilator.answer("Refuser").click();
  for (const pupil of room.running) await invigilator.giveReason(pupil, "Problème technique");
  await page.getByText("Traitez d’abord").waitFor({ state: "detached" });
  await invigilator.button("Terminer la session").click();
  await screen("closing, last question");
  await invigilator.button("Oui, terminer la session").click();
  await page.getByText("Accusé de réception vérifié").waitFor();
  await screen("sealed and received");

  await assertPagesBehaved(t, browsers);
});
