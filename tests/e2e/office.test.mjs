// SPDX-License-Identifier: Apache-2.0
// The page of the office: where each sealed session is on its way to the platform.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";
import { assertAccessible } from "./support/access.mjs";
import { screens } from "./support/browser.mjs";
import { until } from "./support/patience.mjs";
import { programs } from "./support/places.mjs";
import { pupils } from "./support/roster.mjs";
import { assertPagesBehaved, setStage } from "./support/stage.mjs";

/** What the technician prints for the office; the one before is void. */
function newOfficeCode(site) {
  const printed = execFileSync(join(programs, "preau-box"), [
    ...["office-code", "--config", join(site.data, "box.toml")],
  ]);
  return JSON.parse(printed.toString()).code;
}

test("the office follows its sessions to the platform", async (t) => {
  const { site, browsers } = await setStage();
  const page = await browsers.station({ viewport: screens.phone });
  const enter = async (code) => {
    await page.getByLabel("Code du secrétariat").fill(code);
    await page.getByRole("button", { name: "Entrer" }).click();
  };
  const nothing = page.getByText("Aucune session n’est scellée.");
  let code = newOfficeCode(site);

  await t.test("without the code there is nothing to see", async () => {
    await page.goto(`${site.origin}/bureau`);
    await page.getByRole("heading", { name: "Entrer au secrétariat" }).waitFor();
    await enter("SGWQ-5WT7-7ERD-C9M5");
    await page.getByRole("alert").getByText("Ce n’est pas le code du secrétariat").waitFor();
    await assertAccessible(page, "entry");
  });

  await t.test("it may be typed as people do, and is kept while the tab lives", async () => {
    await enter(code.toLowerCase().replaceAll("-", " "));
    await nothing.waitFor();
    await page.reload();
    await nothing.waitFor();
  });

  await t.test("a new code sends whoever is inside back to the door", async () => {
    code = newOfficeCode(site);
    await page.getByText("Entrez de nouveau").waitFor();
    await enter(code);
    await nothing.waitFor();
    await assertAccessible(page, "nothing yet");
  });

  await t.test("a session comes with its seal code as soon as it is closed", async () => {
    const invigilator = await site.client.enter(site.session.invigilator_password);
    const candidate = await site.client.join(pupils[0]);
    await invigilator.confirm(pupils[0]);
    await candidate.start(site.session.access_code);
    await candidate.passUntil(2);
    await invigilator.finalise();
    const card = page.locator(`[data-session="${site.session.number}"]`);
    await card.getByRole("heading", { name: `Session ${site.session.number}` }).waitFor();
    assert.match(await card.locator(".seal-code").textContent(), /^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/);
    await card.getByText("Reçue").first().waitFor();
    await page.getByText("La session est reçue.").waitFor();
    await assertAccessible(page, "received");
  });

  await t.test("leaving takes the code away from this tab", async () => {
    await page.getByRole("button", { name: "Quitter" }).click();
    await page.getByRole("heading", { name: "Entrer au secrétariat" }).waitFor();
    await page.reload();
    await until("the door is closed", () => page.getByLabel("Code du secrétariat").isVisible());
  });

  await assertPagesBehaved(t, browsers);
});
