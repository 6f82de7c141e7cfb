// SPDX-License-Identifier: Apache-2.0
// Everything that two invigilators do for a room, and what becomes of it when the network blinks.
import assert from "node:assert/strict";
import { test } from "node:test";
import { BeatingHearts } from "./support/beating_hearts.mjs";
import { screens } from "./support/browser.mjs";
import { InvigilatorPage, nameOf } from "./support/invigilator_page.mjs";
import { eventually, until } from "./support/patience.mjs";
import { pupils } from "./support/roster.mjs";
import { assertPagesBehaved, ownLine, setStage } from "./support/stage.mjs";

test("two invigilators watch over a room", async (t) => {
  const { site, browsers } = await setStage();
  const { line, here } = await ownLine(site, browsers);
  const roche = new InvigilatorPage(await browsers.station({ viewport: screens.tablet }), here);
  const petit = new InvigilatorPage(await browsers.station({ viewport: screens.phone }), site);
  for (const { page } of [roche, petit]) await page.addInitScript(countNotes);
  const hearts = new BeatingHearts();
  const [anna, bilal, chloe, late] = pupils;
  const seated = new Map();
  const join = async (pupil) => {
    const candidate = await site.client.join(pupil, { seat: `0${pupil.number}` });
    seated.set(pupil, candidate);
    await hearts.add(candidate);
  };
  const look = (pupil) => seated.get(pupil).look();
  const report = async (pupil, reason) => {
    const candidate = seated.get(pupil);
    const { number } = (await candidate.look()).question;
    await site.client.call("POST", `/candidates/me/questions/${number}/report`, {
      token: candidate.token,
      body: { reason },
    });
  };
  const api = await site.client.enter(site.session.invigilator_password, "Le test");
  const timeline = async (pupil) => (await api.sheet(pupil)).timeline;
  const times = async (pupil, what) =>
    (await timeline(pupil)).filter((line) => line.what === what).length;

  await t.test("each enters with a name, which the device remembers", async () => {
    await roche.open();
    await roche.enter(undefined, "Mme Roche");
    await roche.seeRoom();
    await petit.open();
    await petit.enter(undefined, "M. Petit");
    await petit.seeRoom();
    await petit.button("Quitter").click();
    await eventually(async () =>
      assert.equal(await petit.page.getByLabel("Votre nom").inputValue(), "M. Petit"),
    );
    await petit.enter(undefined, "M. Petit");
    await petit.seeRoom();
    await roche.button("Salle : ").click();
    await roche.dialog.getByText("Mme Roche, M. Petit").waitFor();
    await roche.closeDialog();
  });

  await t.test("all who came are confirmed at once, by those who know them", async () => {
    for (const pupil of [anna, bilal, chloe]) await join(pupil);
    await roche.see(anna, "Présence à confirmer");
    await roche.see(anna, "Poste 01");
    await roche.button("Confirmer les 3 présents").click();
    for (const pupil of [anna, bilal, chloe]) await roche.dialog.getByText(nameOf(pupil)).waitFor();
    await roche.answer("Je les ai reconnus").click();
    await petit.see(chloe, "encore valable");
    for (const pupil of [anna, bilal, chloe])
      await seated.get(pupil).start(site.session.access_code);
    await petit.seeCount("en cours", "3");
  });

  await t.test("a report rings at both, and an accepted one replaces the question", async () => {
    const before = (await look(anna)).question;
    await roche.card(anna).getByRole("button").first().focus();
    await report(anna, "other");
    for (const invigilator of [roche, petit]) {
      await invigilator.see(anna, "Signalement");
      await until("the tab counts it", async () =>
        (await invigilator.page.title()).startsWith("(1)"),
      );
      await eventually(async () =>
        assert.equal(await invigilator.page.evaluate(() => window.notes), 2, "one chime"),
      );
    }
    await eventually(async () => {
      const focused = await roche.page.evaluate(() => document.activeElement.textContent);
      assert.equal(focused, nameOf(anna), "the focus moves with the card");
    });
    await petit.press(anna, "Traiter le signalement");
    await petit.answer("Accepter").click();
    await petit.dialog.getByText("Choisissez ce que vous constatez").waitFor();
    await petit.dialog.getByLabel("La question n’est pas accessible").check();
    await petit.answer("Accepter").click();
    await roche.seeNoMore(anna, "Signalement");
    const after = (await look(anna)).question;
    assert.equal(after.number, before.number);
    assert.notEqual(after.item, before.item);
    await roche.openSheet(anna);
    await roche.dialog.getByText("Signalement accepté : question remplacée").waitFor();
    await roche.dialog.getByText("(par M. Petit)").first().waitFor();
    await roche.closeDialog();
  });

  await t.test("a refused one keeps it", async () => {
    const before = (await look(bilal)).question;
    await report(bilal, "instruction");
    await roche.press(bilal, "Traiter le signalement");
    await roche.answer("Refuser").click();
    await petit.seeNoMore(bilal, "Signalement");
    assert.equal((await look(bilal)).question.item, before.item);
  });

  await t.test("time is added to one, then to all", async () => {
    await roche.press(bilal, "Ajouter du temps");
    await roche.answer("Ajouter 5").click();
    await roche.dialog.getByText("Dites pourquoi").waitFor();
    await roche.dialog.getByLabel("Raison").selectOption({ label: "Coupure ou panne" });
    await roche.answer("Ajouter 5").click();
    await roche.closeDialog();
    await petit.see(bilal, "+5 min");
    await petit.pressRoom("Ajouter du temps à tous");
    await petit.dialog.getByLabel("Autre", { exact: true }).check();
    await petit.dialog.getByLabel("Nombre de minutes").fill("7");
    await petit.dialog.getByLabel("Raison").selectOption({ label: "Autre raison" });
    await petit.dialog.getByLabel("Laquelle").fill("Alarme incendie");
    await petit.answer("Ajouter 7").click();
    await roche.see(bilal, "+12 min");
    await roche.see(anna, "+7 min");
  });

  await t.test("one is paused, then the whole room", async () => {
    await petit.act(chloe, "Mettre en pause");
    await roche.see(chloe, "En pause");
    assert.deepEqual((await look(chloe)).holds, ["pause"]);
    await roche.button(`Reprendre le test : ${nameOf(chloe)}`).click();
    await petit.seeNoMore(chloe, "En pause");
    await roche.pressRoom("Mettre la salle en pause");
    await roche.answer("Mettre en pause").click();
    await petit.page.getByText("Toute la salle est en pause").waitFor();
    assert.deepEqual((await look(anna)).holds, ["room_pause"]);
    await petit.button("Reprendre l’épreuve").click();
    await roche.page.getByText("Toute la salle est en pause").waitFor({ state: "detached" });
    assert.deepEqual((await look(anna)).holds, []);
  });

  await t.test("a message reaches everybody", async () => {
    await roche.pressRoom("Message à tous");
    await roche.dialog.getByLabel("Votre message").fill("Il reste\nune heure.");
    await roche.answer("Envoyer à tous").click();
    await until(
      "it is there",
      async () => (await look(bilal)).message?.text === "Il reste une heure.",
    );
    await petit.pressRoom("Message à tous");
    await petit.dialog.getByText("Il reste une heure.").waitFor();
    await petit.dialog.getByText("Mme Roche").waitFor();
    await petit.closeDialog();
  });

  await t.test("incidents are noted, with a description where it is needed", async () => {
    await petit.press(anna, "Noter un incident");
    await petit.dialog.getByLabel("Suspicion de fraude").check();
    await petit.answer("Noter l’incident").click();
    await petit.dialog.getByText("C6, Suspicion de fraude").waitFor();
    await petit.answer("Noter un incident").click();
    await petit.dialog.getByLabel("Incident technique").check();
    await petit.answer("Noter l’incident").click();
    await petit.dialog.getByText("Décrivez l’incident").waitFor();
    await petit.dialog.getByLabel("Description").fill("Souris changée.");
    await petit.answer("Noter l’incident").click();
    await petit.dialog.getByText("Souris changée.").first().waitFor();
    await petit.closeDialog();
    await roche.see(anna, "2 incidents");
  });

  await t.test("a station that falls silent shows, and its time is given back", async () => {
    hearts.stop(seated.get(chloe));
    await roche.see(chloe, "Poste muet");
    await roche.see(chloe, "Hors ligne");
    await roche.see(chloe, "vu il y a");
    await hearts.add(seated.get(chloe));
    await roche.see(chloe, "Coupure à examiner");
    await roche.see(chloe, /^Coupure de \d+/);
    await roche.act(chloe, "Accorder ce temps");
    await petit.seeNoMore(chloe, "Coupure à examiner");
    await petit.openSheet(chloe);
    await petit.dialog.getByText("Temps rendu, accordé").waitFor();
    await petit.closeDialog();
  });

  await t.test("a seat is released, and its candidate sits down elsewhere", async () => {
    await petit.press(bilal, "Libérer le poste");
    await petit.dialog.getByText("Le poste actuel ne pourra plus répondre").waitFor();
    await petit.answer("Libérer le poste").click();
    await petit.dialog.getByRole("heading", { name: nameOf(bilal) }).waitFor();
    await petit.closeDialog();
    await until("the old station is shut out", () =>
      look(bilal).then(
        () => false,
        () => true,
      ),
    );
    const before = await api.card(bilal.number);
    hearts.stop(seated.get(bilal));
    await join(bilal);
    const after = await look(bilal);
    assert.equal(after.phase, "in_progress");
    assert.equal(after.answered, before.answered);
  });

  await t.test("acts wait while nobody listens, say so, and are done once", async () => {
    await join(late);
    await roche.see(late, "Présence à confirmer");
    await line.stopListening();
    await roche.page.getByText("Le boîtier ne répond plus").waitFor();
    await roche.confirm(late);
    await roche.see(late, "en attente d’envoi");
    await roche.press(anna, "Mettre en pause");
    await roche.closeDialog();
    await roche.see(anna, "en attente d’envoi");
    await line.restore();
    await roche.see(late, "Peut commencer");
    await roche.see(anna, "En pause");
    await roche.seeNothingWait();
    assert.equal(await times(late, "presence.confirmed"), 1);
    assert.equal(await times(anna, "test.paused"), 1);
  });

  await t.test("a link that is dead and says nothing is found out, and heals", async () => {
    const old = roche.page.getByText("Le boîtier ne répond plus");
    await api.pause(bilal, true);
    await roche.see(bilal, "En pause"); // the stream is there again
    await api.pause(bilal, false);
    await roche.seeNoMore(bilal, "En pause");
    await line.unplug();
    await old.waitFor();
    await line.restore();
    await old.waitFor({ state: "detached" });
    await roche.see(anna, "En pause");
  });

  await t.test("an act whose reply is lost is sent again, and done once", async () => {
    await line.swallowReplies();
    await roche.button(`Reprendre le test : ${nameOf(anna)}`).click();
    await petit.seeNoMore(anna, "En pause");
    await roche.see(anna, "en attente d’envoi");
    await line.restore();
    await roche.seeNothingWait();
    assert.equal(await times(anna, "test.continued"), 1);
  });

  await t.test("acts that wait survive a reload", async () => {
    await petit.page.route("**/api/v1/invigilation/candidates/*/pause", (route) => route.abort());
    await petit.act(bilal, "Mettre en pause");
    await petit.see(bilal, "en attente d’envoi");
    await petit.page.reload();
    await petit.see(bilal, "en attente d’envoi");
    await petit.page.unroute("**/api/v1/invigilation/candidates/*/pause");
    await roche.see(bilal, "En pause");
    await petit.seeNothingWait();
    assert.equal(await times(bilal, "test.paused"), 2, "once more than before");
    await roche.button(`Reprendre le test : ${nameOf(bilal)}`).click();
  });

  await t.test("what comes too late is refused, in words, and changes nothing", async () => {
    await report(bilal, "other");
    await roche.see(bilal, "Signalement");
    await line.stopListening();
    await roche.press(bilal, "Traiter le signalement");
    await roche.dialog.getByLabel("La question n’est pas accessible").check();
    await roche.answer("Accepter").click();
    await roche.see(bilal, "en attente d’envoi");
    await petit.press(bilal, "Traiter le signalement");
    await petit.answer("Refuser").click();
    await petit.seeNoMore(bilal, "Signalement");
    await line.restore();
    await roche.card(bilal).getByRole("alert").getByText("Accepter le signalement").waitFor();
    await roche.button("Absents").click();
    await roche.page
      .getByRole("alert")
      .getByText(`${nameOf(bilal)}, Accepter`)
      .waitFor();
    await roche.button("Tous").click();
    assert.equal(await times(bilal, "report.accepted"), 0);
    await roche.button("Compris").click();
  });

  await t.test("a test is ended with a reason, which closing the session knows", async () => {
    await petit.end(chloe, "Problème technique");
    await roche.see(chloe, "Terminé");
    await report(anna, "other");
    await roche.see(anna, "Signalement");
    await roche.openClosing();
    await roche.page.getByText("raison donnée à l’arrêt").waitFor();
    await eventually(async () =>
      assert.ok(
        await roche.page
          .getByRole("group", { name: nameOf(chloe) })
          .getByLabel("Problème technique")
          .isChecked(),
      ),
    );
    for (const pupil of [anna, bilal]) await roche.giveReason(pupil, "Problème technique");
    await roche.button("Terminer la session").click();
    await roche.page.getByRole("alert").getByText("Traitez d’abord").waitFor();
    await roche.button(`Traiter le signalement : ${nameOf(anna)}`).click();
    await roche.answer("Refuser").click();
    await roche.page.getByText("Traitez d’abord").waitFor({ state: "detached" });
    await roche.close();
    await roche.page.getByText("Accusé de réception vérifié").waitFor();
  });

  await assertPagesBehaved(t, browsers);
});

/** In the page: how many notes its chimes have played. */
function countNotes() {
  window.notes = 0;
  const { start } = OscillatorNode.prototype;
  OscillatorNode.prototype.start = function (...when) {
    ++window.notes;
    return start.apply(this, when);
  };
}
