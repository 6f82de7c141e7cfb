// SPDX-License-Identifier: Apache-2.0
// A station during a test: what the invigilator sends to it, what a cut shows, and its end.
import assert from "node:assert/strict";
import { test } from "node:test";
import { assertAccessible } from "./support/access.mjs";
import { CandidatePage } from "./support/candidate_page.mjs";
import { assertFocusIsInSight, seeFocus } from "./support/keyboard.mjs";
import { until } from "./support/patience.mjs";
import { pupilNamed, pupils } from "./support/roster.mjs";
import { assertPagesBehaved, setStage } from "./support/stage.mjs";

test("a station during a test", async (t) => {
  const { site, browsers } = await setStage();
  const [pupil] = pupils;
  const invigilator = await site.client.enter(site.session.invigilator_password);
  const context = (await browsers.station()).context();
  const candidate = new CandidatePage(context.pages()[0], site);
  const { page } = candidate;
  await candidate.begin(pupil, invigilator);

  await t.test(
    "a message is said, read once, and leaves the keyboard on the question",
    async () => {
      await invigilator.say("La salle <b>B12</b> ferme à 11 h : rien ne presse.");
      const message = page.getByRole("status").getByText("La salle <b>B12</b> ferme à 11 h");
      await message.waitFor();
      await assertAccessible(page, "message");
      await candidate.readMessage();
      await message.waitFor({ state: "detached" });
      await seeFocus(page, "h1");
      await page.reload();
      await candidate.seeQuestion(1);
      assert.equal(await message.count(), 0);
      await invigilator.say("Un second message.");
      await page.getByText("Un second message.").waitFor();
    },
  );

  await t.test("added time is said", async () => {
    await invigilator.addTime(pupil, 5);
    await page.getByRole("status").getByText("Votre temps est prolongé de 5").waitFor();
  });

  await t.test("an answer given as the room is paused is kept, then leaves by itself", async () => {
    await context.setOffline(true);
    await candidate.answer();
    await candidate.badge("Hors ligne – gardé sur ce poste (1)").waitFor();
    await invigilator.pauseRoom(true);
    await context.setOffline(false);
    await candidate.badge("Test arrêté – gardé sur ce poste (1)").waitFor();
    await page.getByText("Le test est arrêté pour le moment").waitFor();
    await assertAccessible(page, "answer kept during a pause");
    assert.equal((await invigilator.card(pupil.number)).answered, 0);
    await invigilator.pauseRoom(false);
    await candidate.seeQuestion(2);
    await candidate.badge("Enregistré sur le boîtier").waitFor();
  });

  await t.test(
    "a pause comes and goes by itself, and shows that time was added meanwhile",
    async () => {
      await candidate.prepare();
      await invigilator.pause(pupil, true);
      await candidate.heading("Votre test est en pause").waitFor();
      await invigilator.addTime(pupil, 7);
      await invigilator.pause(pupil, false);
      await candidate.seeQuestion(2);
      await page.getByRole("status").getByText("Votre temps est prolongé de 7").waitFor();
    },
  );

  await t.test("a cut shows what is kept, the last contact and the next try", async () => {
    site.powerOff();
    const notice = page.getByRole("region", { name: "Hors ligne" });
    await notice.waitFor();
    await notice.getByText(/Dernier contact à \d\d:\d\d/).waitFor();
    await notice.getByText(/Prochain essai dans \d\ss|Essai en cours/).waitFor();
    await assertFocusIsInSight(page); // with an unread message over the notice
    await candidate.readMessage();
    await assertAccessible(page, "offline");
    await candidate.answer();
    await notice.getByText("1 réponse est gardée sur ce poste").waitFor();
    const retried = page.waitForRequest("**/heartbeat");
    await candidate.button("Réessayer maintenant").click();
    await retried;
    await site.powerOn(); // and the page finds it by itself
    await candidate.seeQuestion(3);
    await notice.waitFor({ state: "detached" });
  });

  await t.test("a second tab takes the test, and the first one says so", async () => {
    const second = new CandidatePage(await context.newPage(), site);
    await second.page.goto(site.origin);
    await second.heading("Question 3 sur").waitFor();
    await candidate.heading("Cette page est ouverte dans un autre onglet").waitFor();
    await assertAccessible(page, "other tab");
    await candidate.button("Continuer dans cet onglet").click();
    await candidate.heading("Question 3 sur").waitFor();
    await second.heading("Cette page est ouverte dans un autre onglet").waitFor();
    await second.page.close();
    await candidate.answer();
    await candidate.seeQuestion(4);
  });

  await t.test("the end comes during a pause too, with the code of the receipt", async () => {
    await invigilator.pause(pupil, true);
    await candidate.heading("Votre test est en pause").waitFor();
    await invigilator.end(pupil);
    await candidate.heading("Le surveillant a terminé votre test").waitFor();
    await page.getByText("Toutes vos réponses sont arrivées").waitFor();
    await page.getByRole("heading", { name: "Notez ce code" }).waitFor();
    const code = (await page.locator(".receipt-code").innerText()).replace(/\s/g, "");
    assert.match(code, /^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/);
    await page.getByText("Il prouve que vos 3 réponses ont été reçues").waitFor();
    await assertAccessible(page, "end, with its code");
    await candidate.button("Libérer ce poste").click();
    await candidate.heading("Rejoindre une session").waitFor();
    assert.equal(await page.getByText(pupil.last_name).count(), 0);
  });

  await t.test("nothing is said to have arrived before it has", async () => {
    const late = pupilNamed("DIALLO");
    await candidate.begin(late, invigilator);
    await page.route("**/answers/*", (route) => route.abort());
    await candidate.answer();
    await candidate.badge("Hors ligne – gardé sur ce poste (1)").waitFor();
    await invigilator.end(late);
    await candidate.heading("Le surveillant a terminé votre test").waitFor();
    await page.getByText("1 réponse attend encore sur ce poste").waitFor();
    assert.equal(await page.getByText("sont arrivées").count(), 0);
    assert.equal(await page.locator(".receipt-code").count(), 0);
    await page.unroute("**/answers/*");
    await page.getByText("1 réponse est arrivée après la fin du test").waitFor();
    await until("its memory is empty", () => isEmpty(page));
  });

  await assertPagesBehaved(t, browsers);
});

/** The station remembers nothing of anybody. */
function isEmpty(page) {
  return page.evaluate(
    () =>
      new Promise((count) => {
        const opening = indexedDB.open("preau-candidate");
        opening.onsuccess = () => {
          const database = opening.result;
          const work = database.transaction(["kept", "outbox"]);
          const stores = ["kept", "outbox"].map((name) => work.objectStore(name).count());
          work.oncomplete = () => {
            database.close();
            count(stores.every(({ result }) => result === 0));
          };
        };
      }),
  );
}
