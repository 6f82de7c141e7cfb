// SPDX-License-Identifier: Apache-2.0
// An answer counts once it is confirmed. Some candidates would rather not be asked each time: they
// are not, unless something looks forgotten, is passed, or ends the test.
import assert from "node:assert/strict";
import { test } from "node:test";
import { packOf } from "./support/kinds_pack.mjs";
import { fields, ordering, word } from "./support/models.mjs";
import { eventually, until } from "./support/patience.mjs";
import { packWith } from "./support/short_pack.mjs";
import { assertPagesBehaved, setStage } from "./support/stage.mjs";
import { TestTaker } from "./support/test_taker.mjs";

const length = 16; // one of each competence: every model is met
const rules = { maximum_assessment_length: length, minimum_answers: 8 };

test("an answer counts once it is confirmed", async (t) => {
  const pack = packWith(rules, packOf([word, fields, ordering]));
  const { site, browsers } = await setStage({ pack });
  const taker = new TestTaker(await browsers.station(), site);
  const { page } = taker;
  const input = page.locator("#reponse");
  const confirmation = () => taker.heading(`Votre réponse à la question ${taker.number}`);
  const next = async () => {
    ++taker.number;
    await taker.arrive();
  };
  const asked = async () => {
    await taker.button("Je valide").click();
    await confirmation().waitFor();
  };
  await taker.startTest();

  await t.test("nothing leaves before, and one may change it", async () => {
    await taker.goToModel("word");
    await input.fill("messageri");
    await asked();
    const sent = taker.sent.length;
    await taker.button("Modifier").click();
    await taker.heading(`Question ${taker.number} sur`).waitFor();
    await eventually(async () => assert.equal(await input.inputValue(), "messageri"));
    await input.fill("messagerie");
    await asked();
    assert.equal(taker.sent.length, sent);
    await page.getByLabel("Ne plus me demander").check();
    await taker.button("Confirmer").click();
    await next();
    assert.equal(taker.lastSent(), "messagerie");
  });

  const acts = {
    word: {
      "an ordinary answer is no longer asked about, even after a reload": async () => {
        await page.reload();
        await taker.arrive();
        await input.fill("messagerie");
        await taker.button("Je valide").click();
        await next();
      },
    },
    fields: {
      "an empty answer does not leave": async () => {
        await taker.button("Je valide").click();
        await page.getByRole("alert").getByText("Répondez à un champ au moins").waitFor();
      },
      "a field left empty is always asked about": async () => {
        await input.fill("Lyon");
        await asked();
        await page.getByText("Vous avez laissé vides").waitFor();
        await taker.button("Confirmer").click();
        await next();
      },
    },
    ordering: {
      "lines that nobody moved are always asked about": async () => {
        await asked();
        await page.getByText("Vous n’avez déplacé aucune ligne").waitFor();
        await taker.button("Confirmer").click();
        await next();
      },
    },
  };

  for (const left = new Set(Object.keys(acts)); left.size > 0;) {
    await taker.goTo(async () => left.has(await taker.model()));
    const name = await taker.model();
    left.delete(name);
    for (const [what, act] of Object.entries(acts[name])) await t.test(what, act);
  }

  await t.test("passing is always asked about", async () => {
    await taker.button("Je passe").click();
    await taker.heading(`Passer la question ${taker.number}`).waitFor();
    await taker.button("Revenir à la question").click();
    await taker.arrive();
  });

  await t.test("the last answer is always asked about: it ends the test", async () => {
    await taker.goTo(() => taker.number === length);
    const ways = {
      word: () => input.fill("messagerie"),
      fields: () => input.fill("Lyon"),
      ordering: () => page.locator('[data-move="down-1"]').click(),
    };
    await ways[await taker.model()]();
    await asked();
    await page.getByText("en confirmant, vous terminez le test").waitFor();
    assert.equal(await page.getByLabel("Ne plus me demander").count(), 0);
    await taker.button("Confirmer et terminer").click();
    await taker.heading("Test terminé").waitFor();
    await until("all has left", async () => taker.sent.length === length);
  });

  await assertPagesBehaved(t, browsers);
});
