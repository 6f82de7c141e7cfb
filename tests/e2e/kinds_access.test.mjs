// SPDX-License-Identifier: Apache-2.0
// Every kind of question, its errors and its recap, for everyone.
import { test } from "node:test";
import { assertAccessible } from "./support/access.mjs";
import { packOf } from "./support/kinds_pack.mjs";
import { cities, explored, fields, inside, list, matching, ordering } from "./support/models.mjs";
import { assertPagesBehaved, setStage } from "./support/stage.mjs";
import { TestTaker } from "./support/test_taker.mjs";

const models = [ordering, matching, fields, cities, list, inside, explored];

test("every kind of question is accessible", async (t) => {
  const { site, browsers } = await setStage({ pack: packOf(models) });
  const taker = new TestTaker(await browsers.station(), site);
  const { page } = taker;
  const answer = {
    ordering: () => page.locator('[data-move="down-1"]').click(),
    matching: async () => {
      for (const list of await page.locator("select").all()) await list.selectOption("2");
    },
    fields: () => page.locator("#reponse").fill("Lyon"),
    cities: () => page.locator("#reponse").fill("Brest"),
    list: () => page.locator("#reponse").selectOption("Un antivirus"),
    inside: async () => {
      await page.frameLocator("iframe").getByText("Signaler judo").click();
      await page.getByText("Réponse donnée").waitFor();
    },
    explored: () => page.locator("#reponse").fill("3"),
  };

  await taker.startTest();
  for (const left = new Set(Object.keys(answer)); left.size > 0;) {
    await taker.goTo(async () => left.has(await taker.model()));
    const name = await taker.model();
    left.delete(name);
    await t.test(name, async () => {
      await assertAccessible(page, name);
      if (name !== "ordering") {
        await taker.button("Je valide").click();
        await page.getByRole("alert").waitFor();
        await assertAccessible(page, `${name}, nothing answered`);
      }
      await answer[name]();
      await assertAccessible(page, `${name}, answered`);
      await taker.button("Je valide").click();
      await taker.heading(`Votre réponse à la question ${taker.number}`).waitFor();
      await assertAccessible(page, `${name}, confirmation`);
      await taker.confirm();
      ++taker.number;
    });
  }
  await assertPagesBehaved(t, browsers);
});
