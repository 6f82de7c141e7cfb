// SPDX-License-Identifier: Apache-2.0
// The ways into a session, and what is said when one is closed.
import assert from "node:assert/strict";
import { test } from "node:test";
import { assertAccessible } from "./support/access.mjs";
import { CandidatePage } from "./support/candidate_page.mjs";
import { eventually, until } from "./support/patience.mjs";
import { pupilNamed, pupils } from "./support/roster.mjs";
import { assertPagesBehaved, ownLine, setStage } from "./support/stage.mjs";

test("everyone comes in as themselves", async (t) => {
  const { site, browsers } = await setStage();
  const invigilator = await site.client.enter(site.session.invigilator_password);
  const codeOf = async (pupil) => (await invigilator.sheet(pupil)).code;
  const phaseOf = async ({ number }) => (await invigilator.card(number)).phase;
  const station = async () => {
    const { here } = await ownLine(site, browsers);
    return new CandidatePage(await browsers.station(), here);
  };
  const follow = (candidate, code) =>
    candidate.page.goto(`${candidate.site.origin}/#${site.session.number}.${code}`);
  const shown = (candidate, text) => candidate.page.getByText(text, { exact: true }).waitFor();

  await t.test("a slip's link asks only whether it is you, and leaves no code behind", async () => {
    const [pupil] = pupils;
    const candidate = await station();
    await follow(candidate, (await codeOf(pupil)).toLowerCase());
    await candidate.heading("Est-ce bien vous ?").waitFor();
    await shown(candidate, pupil.last_name);
    await eventually(() =>
      assert.equal(new URL(candidate.page.url()).hash, `#${site.session.number}`),
    );
    await candidate.button("Oui, c’est moi").click();
    await candidate.readInformation();
    await candidate.heading("Le surveillant va confirmer").waitFor();
    assert.equal(await candidate.page.getByText("date de naissance").count(), 0);
    assert.equal((await invigilator.card(pupil.number)).way, "code");
  });

  await t.test("“it is not me” frees the name for whom it belongs to", async () => {
    const pupil = pupils[1];
    const wrong = await station();
    await follow(wrong, await codeOf(pupil));
    await wrong.heading("Est-ce bien vous ?").waitFor();
    await wrong.button("Ce n’est pas moi").click();
    await wrong.heading("Rejoindre une session").waitFor();
    await eventually(async () =>
      assert.equal(
        await wrong.page.getByLabel("Numéro de session").inputValue(),
        site.session.number,
      ),
    );
    await until("the name is free", async () => (await phaseOf(pupil)) === "absent");
    const right = await station();
    await right.join(pupil);
    await right.heading("Page 1 sur 5").waitFor();
  });

  const candidate = await station();
  await t.test("a code that is typed, wrong then right", async () => {
    await candidate.open();
    await candidate.button("J’ai un code personnel").click();
    await assertAccessible(candidate.page, "join by code");
    await candidate.button("Entrer dans la session").click();
    await candidate.page.getByRole("alert").getByText("six symboles").waitFor();
    await assertAccessible(candidate.page, "join by code, with an error");
    const code = await codeOf(pupils[2]);
    await candidate.page.getByLabel("Code personnel").fill("000000");
    await candidate.button("Entrer dans la session").click();
    await candidate.page.getByRole("alert").getByText("ce code personnel").waitFor();
    const typed = `${code.slice(0, 3)} ${code.slice(3)}`.toLowerCase();
    await candidate.page.getByLabel("Code personnel").fill(typed);
    await candidate.button("Entrer dans la session").click();
    await candidate.heading("Est-ce bien vous ?").waitFor();
    await shown(candidate, pupils[2].last_name);
  });

  await t.test("who comes with a name and a birth date is seen face to face", async () => {
    const pupil = pupilNamed("DUPRÉ", "Noémie");
    const named = await station();
    await named.join(pupil);
    await named.readInformation();
    await named.page.getByText("le surveillant vient vérifier que c’est bien vous").waitFor();
    assert.equal((await invigilator.card(pupil.number)).way, "identity");
    await assertAccessible(named.page, "waiting, face to face");
  });

  await t.test("a lost reply is asked for again, and nobody has to be let in twice", async () => {
    const pupil = pupils[4];
    const unlucky = await station();
    const bodies = [];
    await unlucky.page.route("**/candidates/join", async (route) => {
      bodies.push(route.request().postDataJSON());
      if (bodies.length > 1) return route.continue();
      await site.client.call("POST", "/candidates/join", { body: bodies[0] });
      return route.abort();
    });
    await unlucky.open();
    await unlucky.fillIdentity(pupil);
    await unlucky.button("Entrer dans la session").click();
    await unlucky.page.getByRole("alert").getByText("ne répond pas").waitFor();
    await unlucky.button("Entrer dans la session").click();
    await unlucky.heading("Est-ce bien vous ?").waitFor();
    assert.equal(bodies[0].token, bodies[1].token);
    await unlucky.button("Oui, c’est moi").click();
    await unlucky.heading("Page 1 sur 5").waitFor();
    assert.ok(!(await invigilator.card(pupil.number)).flags.includes("resume_requested"));
  });

  await t.test("a name that is taken waits for the invigilator", async () => {
    const second = await station();
    await second.join(pupils[4]);
    await second.heading("Le surveillant doit autoriser ce poste").waitFor();
    await second.page.getByText("Quelqu’un est déjà entré avec cette identité").waitFor();
    await assertAccessible(second.page, "a name that is taken");
  });

  await t.test("each refusal has its own sentence", async () => {
    const refused = await station();
    const said = (text) => refused.page.getByRole("alert").getByText(text).waitFor();
    const enter = async (last_name) => {
      await refused.fillIdentity({ ...pupils[5], last_name });
      await refused.button("Entrer dans la session").click();
    };
    await refused.open();
    await enter("INCONNU");
    await said("Vérifiez-les avec la feuille d’émargement");
    await refused.page.getByLabel("Numéro de session").fill("999999");
    await enter(pupils[5].last_name);
    await said("Cette session n’est pas ouverte");
    await refused.page.getByLabel("Numéro de session").fill(site.session.number);
    await refused.page.route("**/candidates/join", (route) =>
      route.fulfill({
        status: 409,
        contentType: "application/problem+json",
        json: { status: 409, code: "several_candidates", title: "Plusieurs candidats." },
      }),
    );
    await enter(pupils[5].last_name);
    await said("Plusieurs candidats");
    await refused.page.getByLabel("Code personnel").waitFor();
    await assertAccessible(refused.page, "several candidates");
  });

  await assertPagesBehaved(t, browsers);
});
