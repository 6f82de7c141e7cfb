// SPDX-License-Identifier: Apache-2.0
// The page on the wall of the room: read from afar, touched by nobody.
import assert from "node:assert/strict";
import { test } from "node:test";
import { assertAccessible } from "./support/access.mjs";
import { newId } from "./support/box_client.mjs";
import { screens } from "./support/browser.mjs";
import { eventually } from "./support/patience.mjs";
import { pupils } from "./support/roster.mjs";
import { assertPagesBehaved, ownLine, setStage } from "./support/stage.mjs";

test("the projected page follows its room by itself", async (t) => {
  const { site, browsers } = await setStage();
  const { line, here } = await ownLine(site, browsers);
  const page = await browsers.station({ viewport: screens.desktop });
  const { number } = site.session;
  const invigilator = await site.client.enter(site.session.invigilator_password);
  const [pupil, other] = pupils;

  await t.test("a session that the box does not know is said to be so", async () => {
    await page.goto(`${here.origin}/ecran#999999`);
    await page.getByText("Ce boîtier n’a pas de session 999999").waitFor();
  });

  await t.test("number, address and time are in sight, and the code leads to the box", async () => {
    await page.goto(`${here.origin}/ecran#${number}`);
    await page.getByText("La session va commencer").waitFor();
    await page.getByRole("heading", { level: 1, name: number }).waitFor();
    await page.getByText("examen.lan", { exact: false }).first().waitFor();
    await page.getByRole("img", { name: "Code à photographier" }).waitFor();
    await eventually(async () => {
      const heights = await page
        .locator(".figure .digits")
        .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height / innerHeight));
      assert.ok(heights.length >= 2 && heights.every((height) => height >= 0.15), `${heights}`);
    });
    await assertAccessible(page, "waiting");
  });

  await t.test("it counts who is there, without a name", async () => {
    const candidate = await site.client.join(pupil);
    await site.client.join(other);
    await page.getByText("présents sur 24").waitFor();
    await invigilator.confirm(pupil);
    await candidate.start(site.session.access_code);
    await page.getByText("Test en cours").waitFor();
    await page.getByText("Fin pour tous").waitFor();
    const text = await page.locator("body").textContent();
    for (const { last_name, first_name } of pupils) {
      assert.ok(!text.includes(last_name), last_name);
      assert.ok(!text.includes(first_name), first_name);
    }
    assert.ok(!text.includes(site.session.access_code));
  });

  await t.test("a message to all and a pause are shown", async () => {
    await site.client.call("POST", "/invigilation/messages", {
      token: invigilator.token,
      key: newId(),
      body: { text: "Il reste dix minutes." },
    });
    await page.getByText("Il reste dix minutes.").waitFor();
    await invigilator.pauseRoom(true);
    await page.getByText("Épreuve en pause").waitFor();
    await assertAccessible(page, "paused, with a message");
    await invigilator.pauseRoom(false);
    await page.getByText("Test en cours").waitFor();
  });

  await t.test("a cut is said, and heals without anybody", async () => {
    await line.stopListening();
    await page.getByText("Le boîtier ne répond pas").waitFor();
    await page.getByRole("heading", { level: 1, name: number }).waitFor();
    await line.restore();
    await page.getByText("Le boîtier ne répond pas").waitFor({ state: "detached" });
  });

  await t.test("the end of the session is the last thing it shows", async () => {
    await invigilator.finalise();
    await page.getByText("Session terminée").waitFor();
  });

  await assertPagesBehaved(t, browsers);
});
