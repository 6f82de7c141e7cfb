// SPDX-License-Identifier: Apache-2.0
// A simulator is heard when it says what was agreed, and reaches nothing of the page.
import assert from "node:assert/strict";
import { test } from "node:test";
import { packOf } from "./support/kinds_pack.mjs";
import { seeFocus, tabTo } from "./support/keyboard.mjs";
import { explored, inside } from "./support/models.mjs";
import { eventually, until } from "./support/patience.mjs";
import { seeKeptDraft } from "./support/station_memory.mjs";
import { assertPagesBehaved, setStage } from "./support/stage.mjs";
import { TestTaker } from "./support/test_taker.mjs";

test("simulators", async (t) => {
  const { site, browsers } = await setStage({ pack: packOf([inside, explored]) });
  const taker = new TestTaker(await browsers.station(), site);
  const { page } = taker;
  const frame = page.frameLocator("iframe");
  const nothingYet = page.getByText("Répondez dans le simulateur : votre réponse");
  const status = page.locator(".simulated");

  await taker.startTest();
  await taker.goToModel("inside");

  await t.test("it gets its scene, and nothing of the page", async () => {
    await frame.getByRole("button", { name: "Signaler loterie" }).waitFor();
    await frame.locator("#langue").getByText("fr", { exact: true }).waitFor();
    await eventually(async () =>
      assert.equal(await frame.locator("#monde").innerText(), "refusé, refusé, refusé"),
    );
    const { sandbox, title } = await page
      .locator("iframe")
      .evaluate(({ sandbox, title }) => ({ sandbox: sandbox.value, title }));
    assert.deepEqual({ sandbox, title }, { sandbox: "allow-scripts", title: "Messagerie de Léa" });
  });

  await t.test("wrong messages, and messages of another window, are nothing", async () => {
    await page.locator("iframe[height='360']").waitFor(); // it said that after the wrong ones
    await page.evaluate(
      () =>
        new Promise((heard) => {
          addEventListener("message", heard, { once: true });
          postMessage({ preau: 1, type: "answer", value: "faux" });
        }),
    );
    await nothingYet.waitFor();
    await taker.button("Je valide").click();
    await seeFocus(page, "[role=alert]");
    await page.getByRole("alert").getByText("Répondez dans le simulateur").click();
    await seeFocus(page, "#simulateur");
  });

  await t.test("Escape leads out of it, and the answer is said", async () => {
    await page.locator("iframe").focus();
    await page.keyboard.press("Tab");
    await until("the focus is inside", () =>
      frame.getByRole("button").evaluateAll((all) => all.includes(document.activeElement)),
    );
    await frame.getByRole("button", { name: "Signaler facture" }).press("Enter");
    await status.getByText("Réponse donnée dans le simulateur").waitFor();
    await page.keyboard.press("Escape");
    await seeFocus(page, "#reponse");
  });

  await t.test("the keyboard goes through it, and a button leads on", async () => {
    await page.getByRole("button", { name: "Sortir du simulateur" }).press("Enter");
    await seeFocus(page, "#reponse");
    await page.locator("iframe").focus();
    await tabTo(page, "form button.primary");
  });

  await t.test("it begins anew after a reload, and the answer is still there", async () => {
    await seeKeptDraft(page, "facture");
    await page.reload();
    await status.getByText("gardée").waitFor();
    await status.getByText("recommencé depuis le début").waitFor();
    await frame.getByRole("button", { name: "Signaler loterie" }).click();
    await status.getByText("Vous pouvez encore la changer").waitFor();
  });

  await t.test("it stays as it is while the answer is read again", async () => {
    await frame.locator("#langue").evaluate((line) => (line.textContent = "toujours là"));
    await taker.button("Je valide").click();
    await page.locator(".recap").getByText("Réponse donnée dans le simulateur").waitFor();
    await taker.button("Modifier").click();
    await taker.seeQuestion(taker.number);
    await frame.locator("#langue").getByText("toujours là").waitFor();
    await taker.button("Je valide").click();
    await taker.confirm();
    ++taker.number;
    await taker.arrive();
    assert.equal(taker.lastSent(), "loterie", "the last one counts");
  });

  await t.test("one that is only explored gives no answer", async () => {
    await taker.goToModel("explored");
    await frame.getByRole("button", { name: "Signaler judo" }).click();
    assert.equal(await page.locator("#reponse").inputValue(), "");
    await page.locator("#reponse").fill("3");
    await taker.button("Je valide").click();
    await taker.confirm();
    ++taker.number;
    await taker.arrive();
    assert.equal(taker.lastSent(), "3");
  });

  await assertPagesBehaved(t, browsers);
});
