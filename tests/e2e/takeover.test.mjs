// SPDX-License-Identifier: Apache-2.0
// A computer breaks down: the test goes on at another one, when the invigilator allows it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { CandidatePage } from "./support/candidate_page.mjs";
import { InvigilatorPage } from "./support/invigilator_page.mjs";
import { until } from "./support/patience.mjs";
import { pupils } from "./support/roster.mjs";
import { slowMemory } from "./support/slow_memory.mjs";
import { assertPagesBehaved, setStage } from "./support/stage.mjs";

test("a test goes on at another station", async (t) => {
  const { site, browsers } = await setStage();
  const [pupil] = pupils;
  const invigilator = new InvigilatorPage(await browsers.station(), site);
  const first = new CandidatePage(await browsers.station(), site);
  const second = new CandidatePage(await browsers.station(), site);
  await invigilator.open();
  await invigilator.enter();
  await invigilator.seeRoom();
  await first.begin(pupil, invigilator);
  await first.answer();
  await first.seeQuestion(2);

  await t.test("the second station waits, and shows nothing of the test", async () => {
    await second.join(pupil);
    await second.heading("Le surveillant doit autoriser ce poste").waitFor();
    assert.doesNotMatch(await second.page.locator("body").innerText(), /Question \d/);
    await first.answer();
    await first.seeQuestion(3);
  });

  await t.test("the invigilator sees the request first, and allows it", async () => {
    await invigilator.see(pupil, "En cours");
    await invigilator.act(pupil, "Autoriser la reprise");
    await second.heading("Question 3 sur").waitFor();
    await invigilator.button("Autoriser la reprise").waitFor({ state: "detached" });
  });

  await t.test("the first station says so and cannot answer any more", async () => {
    await first.heading("Votre test continue sur un autre poste").waitFor();
    assert.equal(await first.page.getByRole("button", { name: "Je valide" }).count(), 0);
  });

  await t.test("the second station goes on with the same question", async () => {
    second.number = 3;
    await second.answer();
    await second.seeQuestion(4);
    await invigilator.see(pupil, "3 / 32");
  });

  /** The box does at once what is asked, and its reply comes when `seen` has happened. */
  const replyToResumeAfter = async (seen) => {
    let replied = false;
    await invigilator.page.route("**/resume", async (route) => {
      const { pathname } = new URL(route.request().url());
      const headers = route.request().headers();
      const token = headers.authorization.replace("Bearer ", "");
      const key = headers["idempotency-key"];
      const path = pathname.replace("/api/v1", "");
      const json = await site.client.call("POST", path, { token, key, body: {} });
      await seen();
      await route.fulfill({ json });
      replied = true;
    });
    return () => until("the box's reply has come", () => replied);
  };

  const takeBack = async (station, other) => {
    await station.button("Entrer de nouveau sur ce poste").click();
    await station.fillIdentity(pupil);
    await station.button("Entrer dans la session").click();
    await station.heading("Est-ce bien vous ?").waitFor();
    await slowMemory(station.page);
    await station.button("Oui, c’est moi").click();
    await station.heading("Le surveillant doit autoriser ce poste").waitFor();
    station.number = other.number;
  };

  await t.test("the first station asks for the test back, and gets it", async () => {
    await takeBack(first, second);
    await invigilator.act(pupil, "Autoriser la reprise");
    await first.heading("Question 4 sur").waitFor();
    await second.heading("Votre test continue sur un autre poste").waitFor();
    await first.answer();
    await first.seeQuestion(5);
  });

  await t.test(
    "an answer kept by a station that lost the test leaves when it has it back",
    async () => {
      await first.page.context().setOffline(true);
      await first.answer();
      await first.badge("Hors ligne – gardé sur ce poste (1)").waitFor();
      await takeBack(second, first);
      await invigilator.act(pupil, "Autoriser la reprise");
      await second.heading("Question 5 sur").waitFor();
      await first.page.context().setOffline(false);
      await first.heading("Votre test continue sur un autre poste").waitFor();
      await first.page.getByText("1 réponse gardée sur ce poste").waitFor();
      await takeBack(first, second);
      await first.page.reload();
      await first.heading("Le surveillant doit autoriser ce poste").waitFor();
      const seeLateReply = await replyToResumeAfter(() => invigilator.see(pupil, "5 / 32"));
      await invigilator.act(pupil, "Autoriser la reprise");
      await first.heading("Question 6 sur").waitFor();
      await seeLateReply();
      await invigilator.seeIdle(pupil);
      assert.ok(await invigilator.card(pupil).getByText("5 / 32").isVisible(), "as pushed last");
    },
  );

  await assertPagesBehaved(t, browsers);
});
