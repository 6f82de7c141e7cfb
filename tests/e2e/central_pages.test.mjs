// SPDX-License-Identifier: Apache-2.0
// The pages of the platform's desk, as its staff and anybody see them.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { assertAccessible } from "./support/access.mjs";
import { Browsers, screens } from "./support/browser.mjs";
import { Central } from "./support/central.mjs";

const central = await Central.start();
const browsers = new Browsers(central.origin);
after(async () => {
  await browsers.close();
  await central.stop();
});

const shots = process.env.PREAU_SHOTS;

/** Accessible, and as a person would look at it in three sizes when somebody wants to. */
async function look(page, name) {
  await assertAccessible(page, name);
  if (!shots) return;
  mkdirSync(shots, { recursive: true });
  for (const [size, viewport] of Object.entries(screens)) {
    await page.setViewportSize(viewport);
    await page.screenshot({ path: join(shots, `${name}-${size}.png`), fullPage: true });
  }
}

async function logIn(token) {
  const page = await browsers.station();
  await page.goto(`${central.origin}/connexion`);
  await page.getByLabel("Votre jeton d’accès").fill(token);
  await page.getByRole("button", { name: "Se connecter" }).click();
  await page.getByRole("heading", { name: "Jury", level: 1 }).waitFor();
  return page;
}

test("nobody comes in without a token", async () => {
  const page = await browsers.station();
  await page.goto(`${central.origin}/exploitation`);
  await page.getByRole("heading", { name: "Se connecter" }).waitFor();
  await look(page, "connexion");
  await page.getByLabel("Votre jeton d’accès").fill("0".repeat(32));
  await page.getByRole("button", { name: "Se connecter" }).click();
  await page.getByRole("alert").getByText("Ce jeton n’est pas valable").waitFor();
});

test("anybody checks a certificate by its code", async () => {
  const page = await browsers.station();
  await page.goto(`${central.origin}/verification`);
  await look(page, "verification");
  await page.getByLabel("Code de vérification").fill("p-2346 bcdf");
  await page.getByRole("button", { name: "Vérifier" }).click();
  await page.getByText("Aucun certificat ne porte ce code").waitFor();
  await page.getByLabel("Code de vérification").fill(central.staged.code);
  await page.getByRole("button", { name: "Vérifier" }).click();
  await page.getByText("Ce certificat est authentique").waitFor();
  await page.getByText("431 sur 895").waitFor();
  await look(page, "certificat");
});

test("the drop page says what to do, and what is missing", async () => {
  const page = await browsers.station();
  await page.goto(`${central.origin}/depot`);
  await look(page, "depot");
  const lone = { name: "a.preau", mimeType: "application/octet-stream", buffer: Buffer.from("x") };
  await page.getByLabel(/Déposez les fichiers/).setInputFiles([lone]);
  await page.getByText("Il manque a.preau.sig").waitFor();
  const note = { ...lone, name: "a.preau.sig" };
  await page.getByLabel(/Déposez les fichiers/).setInputFiles([lone, note]);
  await page.getByText(/Pas envoyé :/).waitFor();
  await look(page, "depot-refuse");
});

test("a bundle leaves the quarantine when two people ask, each in their own name", async () => {
  const first = await logIn(central.staged.mme_arnaud);
  await first.getByRole("link", { name: "Exploitation" }).click();
  await first.getByText("box BOX-OLD is revoked since yesterday").waitFor();
  await look(first, "exploitation");
  const ask = async (page) => {
    const row = page.getByRole("row", { name: /box_revoked/ });
    await row.getByText("Demander un nouvel examen").click();
    await row.getByLabel("Raison").fill("signé avant le vol");
    await row.getByRole("button", { name: "Demander" }).click();
  };
  await ask(first);
  await first.getByText("Une autre personne doit confirmer.").first().waitFor();
  await first.getByText("Demandé par Mme Arnaud").waitFor();
  const second = await logIn(central.staged.m_bon);
  await second.goto(`${central.origin}/exploitation`);
  await ask(second);
  await second.getByText("le lot est examiné de nouveau").waitFor();
});

test("the jury decides after a second look, confirms, settles and publishes", async () => {
  const page = await logIn(central.staged.mme_arnaud);
  await look(page, "jury");
  await page.getByRole("link", { name: "123402" }).click();
  await page.getByText("Inscrit après l’envoi de la liste").waitFor();
  await look(page, "session");
  assert.equal(await page.getByRole("button", { name: "Publier cette session" }).count(), 0);

  await page.getByRole("link", { name: "<b>O’Brien</b> Éva" }).click();
  await look(page, "candidat");
  await page.getByText("Rejeter pour fraude").click();
  const panel = page.locator("details", { hasText: "Rejeter pour fraude" });
  await panel.getByLabel("Raison").fill("téléphone");
  await panel.getByRole("button", { name: "Relire" }).click();
  await page.getByRole("heading", { name: "Relire la décision" }).waitFor();
  await look(page, "relire");
  await page.getByRole("button", { name: "Confirmer la décision" }).click();
  await page.getByText("La décision est signée et enregistrée.").waitFor();
  await page.getByText("Rejetée pour fraude").waitFor();

  for (let left = 2; left > 0; --left) {
    const item = page.locator("li", { has: page.getByText("Confirmer", { exact: true }) }).first();
    await item.getByText("Confirmer", { exact: true }).click();
    await item.getByLabel("Raison").fill("vu avec l’établissement");
    await item.getByRole("button", { name: "Relire" }).click();
    await page.getByRole("button", { name: "Confirmer la décision" }).click();
    await page.getByText("La décision est signée et enregistrée.").waitFor();
  }
  await page.getByRole("button", { name: "Publier cette session" }).click();
  await page.getByRole("button", { name: "Confirmer la décision" }).click();
  await page.getByText("Publiée", { exact: true }).waitFor();
  // The retake of somebody who had passed was not obtained: the rule alone cannot tell.
  await page.getByRole("heading", { name: "Quelle certification compte ?" }).waitFor();
  await look(page, "session-publiee");
  await page.getByRole("button", { name: "Se déconnecter" }).click();
  await page.getByRole("heading", { name: "Se connecter" }).waitFor();
});

test("no page asked for anything elsewhere, nor broke its own rules", () => {
  assert.deepEqual(browsers.faults, []);
});
