// SPDX-License-Identifier: Apache-2.0
// The candidate's page in Firefox ESR: what schools on Linux run.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { Firefox } from "./support/firefox.mjs";
import { packOf } from "./support/kinds_pack.mjs";
import { choice, drawing, word } from "./support/models.mjs";
import { until } from "./support/patience.mjs";
import { pupils } from "./support/roster.mjs";
import { Site } from "./support/site.mjs";

const total = 32;

test("Firefox ESR is enough", async (t) => {
  const site = await Site.start({ pack: packOf([choice, drawing, word]) });
  after(() => site.stop());
  const firefox = await Firefox.start(site.origin);
  after(() => firefox.close());
  const [pupil] = pupils;
  const invigilator = await site.client.enter(site.session.invigilator_password);
  const station = await firefox.page();
  const given = [];
  let number = 1;
  const see = () => station.heading(`Question ${number} sur ${total}`);
  const kind = () => station.page.$eval("#reponse", ({ type }) => type);

  const fill = {
    radio: async () => {
      await station.page.click("label.choice:nth-of-type(2)");
      return "2";
    },
    checkbox: async () => {
      await station.page.click("label.choice:nth-of-type(1)");
      await station.page.click("label.choice:nth-of-type(3)");
      return "1,3";
    },
    text: async () => {
      await station.page.type("#reponse", "messagerie");
      return "messagerie";
    },
  };

  const confirmAnswer = async () => {
    const value = await fill[await kind()]();
    await station.press("Je valide");
    await station.heading(`Votre réponse à la question ${number}`);
    given.push({ number, value });
    await station.press("Confirmer");
  };

  const answer = async () => {
    await confirmAnswer();
    ++number;
    await see();
  };

  await t.test("the candidate joins, reads and begins", async () => {
    await station.goto(`${site.origin}/#${site.session.number}`);
    await station.heading("Rejoindre une session");
    await station.write("Nom de naissance", pupil.last_name);
    await station.write("Prénom", pupil.first_name);
    await station.write("Jour", pupil.day);
    await station.write("Mois", pupil.month);
    await station.write("Année", pupil.year);
    await station.press("Entrer dans la session");
    await station.heading("Est-ce bien vous ?");
    await station.press("Oui, c’est moi");
    for (let page = 1; page < 5; ++page) {
      await station.heading(`Page ${page} sur 5`);
      await station.press("Continuer");
    }
    await station.heading("Page 5 sur 5");
    await station.page.click("input[type=checkbox]");
    await station.press("Terminer la lecture");
    await station.heading("Le surveillant va confirmer");
    await invigilator.confirm(pupil);
    await station.write("Code d’accès", site.session.access_code);
    await station.press("Commencer");
    await see();
  });

  await t.test("three questions of different kinds are answered", async () => {
    const kinds = new Set();
    while (kinds.size < 3) {
      kinds.add(await kind());
      await answer();
    }
  });

  await t.test("an answer given while the box is down leaves when it is back", async () => {
    site.powerOff();
    await confirmAnswer();
    await station.text("Hors ligne – gardé sur ce poste (1)");
    await site.powerOn();
    ++number;
    await see();
    await station.text("Enregistré");
  });

  await t.test("a reload brings the same question back", async () => {
    await station.page.reload();
    await see();
    await answer();
  });

  await t.test("each answer arrived, once", async () => {
    await invigilator.finalise();
    await station.heading("La session est terminée");
    await until(
      "the receipt is there",
      async () => (await invigilator.look()).seal.state === "received",
    );
    const stored = site.storedAnswers().map(({ number: at, value }) => ({ number: at, value }));
    assert.deepEqual(stored, given);
  });

  await t.test("no page asked for anything elsewhere, nor failed", () => {
    assert.deepEqual(firefox.faults, []);
  });
});
