// SPDX-License-Identifier: Apache-2.0
// Every screen of the invigilator's page, for everyone.
import { test } from "node:test";
import { assertAccessible } from "./support/access.mjs";
import { InvigilatorPage } from "./support/invigilator_page.mjs";
import { fillRoom } from "./support/full_room.mjs";
import { assertPagesBehaved, setStage } from "./support/stage.mjs";

test("every screen of the invigilator's page is accessible", async (t) => {
  const { site, browsers } = await setStage();
  const invigilator = new InvigilatorPage(await browsers.station(), site);
  const { page } = invigilator;
  const screen = (name) => t.test(name, () => assertAccessible(page, name));
  const room = await fillRoom(site);

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
  await invigilator.act(room.running[0], "Terminer le test");
  await screen("ending a test");
  await page.getByRole("dialog").getByRole("button", { name: "Continuer" }).click();
  await screen("ending a test, second question");
  await page.keyboard.press("Escape");

  await t.test("out of date", async () => {
    site.powerOff();
    await page.getByText("Ces informations ne sont plus à jour").waitFor();
    await invigilator.confirm(room.waiting[0]);
    await page.getByText("rien n’a été changé").waitFor();
    await assertAccessible(page, "out of date");
    await site.powerOn();
    await page.getByText("Ces informations ne sont plus à jour").waitFor({ state: "detached" });
  });

  await invigilator.openClosing();
  await screen("closing");
  await invigilator.button("Terminer la session").click();
  await page.getByRole("alert").waitFor();
  await screen("closing, reasons missing");
  for (const pupil of room.running) await invigilator.giveReason(pupil, "Problème technique");
  await invigilator.button("Terminer la session").click();
  await screen("closing, last question");
  await invigilator.button("Oui, terminer la session").click();
  await page.getByText("Accusé de réception vérifié").waitFor();
  await screen("sealed and received");

  await assertPagesBehaved(t, browsers);
});
