// SPDX-License-Identifier: Apache-2.0
// Before the session: is each station ready, and does the invigilator know?
import assert from "node:assert/strict";
import { test } from "node:test";
import { assertAccessible } from "./support/access.mjs";
import { CandidatePage } from "./support/candidate_page.mjs";
import { eventually, until } from "./support/patience.mjs";
import { pupils } from "./support/roster.mjs";
import { assertPagesBehaved, setStage } from "./support/stage.mjs";

const oldChromium =
  "Mozilla/5.0 (Windows NT 6.1) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/108.0.0.0 Safari/537.36";

const nothing = () => {};

test("a station is checked before anyone sits at it", async (t) => {
  const { site, browsers } = await setStage();
  const invigilator = await site.client.enter(site.session.invigilator_password);
  const seat = async (name) => (await invigilator.seats()).find((one) => one.seat === name);

  /** The page of the check, at a station of its own. */
  const open = async (options, prepare) => {
    const page = await browsers.station(options);
    await page.addInitScript(prepare);
    await page.goto(`${site.origin}/#verification`);
    await page.getByRole("heading", { level: 1, name: "Vérifier ce poste" }).waitFor();
    return page;
  };
  /** Another station, for the time of an act: a box counts the connections of one address. */
  const elsewhere = async (options, prepare, act) => {
    const page = await open(options, prepare);
    await act(page);
    await page.context().close();
  };
  const again = async (page) => {
    const told = page.waitForResponse((reply) => reply.url().endsWith("/seats/check"));
    await page.getByRole("button", { name: "Recommencer" }).click();
    await told;
  };
  /** A machine that has other things to do is slow to reply: then it is asked again. */
  const seeReady = async (page) => {
    const verdict = page.getByText(/Ce poste (est prêt|peut servir, avec une remarque)/);
    await until("the station is ready", async () => {
      await verdict.waitFor();
      if (/prêt/.test(await verdict.innerText())) return true;
      await page.getByRole("button", { name: "Recommencer" }).click();
      return false;
    });
  };
  const seeProblems = (page, name, ...wanted) =>
    eventually(async () => {
      const { problems } = await seat(name);
      if (problems.includes("latency_high")) await again(page);
      assert.deepEqual((await seat(name)).problems, wanted);
    });
  const line = (page, name) => page.locator(".seat-line").filter({ hasText: name });
  const give = async (page, name) => {
    await page.getByLabel("Nom de ce poste").fill(name);
    await page.getByRole("button", { name: "Garder le nom" }).click();
    await page.getByText(`Le surveillant voit le résultat de « ${name} »`).waitFor();
  };

  const page = await open({}, nothing);
  await t.test("a good one is green on every line", async () => {
    await seeReady(page);
    await eventually(async () => assert.equal(await page.locator(".seat-line.good").count(), 7));
    await line(page, "Verrouillage").getByText("Facultatif").waitFor();
    await assertAccessible(page, "seat check, good");
  });

  await t.test(
    "the invigilator sees it before anyone has named it, once however often it is checked",
    async () => {
      await page.getByText("Le surveillant voit le résultat de ce poste").waitFor();
      await again(page);
      const seats = await invigilator.seats();
      assert.deepEqual(
        seats.map((one) => one.seat),
        [""],
      );
      assert.match(seats[0].address, /^127\./);
    },
  );

  await t.test(
    "its name is asked for, then kept: the box is told again without a word",
    async () => {
      await page.getByRole("button", { name: "Garder le nom" }).click();
      await page.getByText("Écrivez le nom de ce poste.").waitFor();
      await assertAccessible(page, "seat check, no name");
      await give(page, "poste 12");
      await page.reload();
      await page.getByText("Le surveillant voit le résultat de « poste 12 »").waitFor();
      const told = await seat("poste 12");
      assert.match(told.browser, /^Chromium \d+$/);
      assert.equal(told.screen, "1366×768");
      await seeProblems(page, "poste 12");
      assert.equal(told.lockdown.kind, "none");
    },
  );

  await t.test("whoever joins there is known to sit there", async () => {
    await page.getByRole("link", { name: "Rejoindre une session" }).click();
    const candidate = new CandidatePage(page, site);
    await candidate.join(pupils[0]);
    assert.equal((await invigilator.card(pupils[0].number)).seat, "poste 12");
  });

  await t.test("a small screen and a wrong clock are remarks, and say what to do", () => {
    const wrongClock = () => {
      const { now } = Date;
      Date.now = () => now() + 7200_000;
    };
    return elsewhere({ viewport: { width: 800, height: 600 } }, wrongClock, async (poor) => {
      await poor.getByText("Ce poste peut servir, avec une remarque à lire.").waitFor();
      await line(poor, "Taille de l’écran").getByText("Préférez 1024").waitFor();
      await line(poor, "Heure du poste").getByText("En avance de 2").waitFor();
      await assertAccessible(poor, "seat check, remarks");
      await give(poor, "poste 2");
      await seeProblems(poor, "poste 2", "screen_small", "clock_skew");
    });
  });

  await t.test("a browser that is too old is not fit", () =>
    elsewhere({ userAgent: oldChromium }, nothing, async (old) => {
      await old.getByText("Ce poste ne peut pas servir pour un test.").waitFor();
      await line(old, "Navigateur").getByText("Il est trop ancien").waitFor();
    }),
  );

  await t.test("a browser that keeps nothing is not fit, and takes nobody's test", () => {
    const refuse = () => {
      indexedDB.open = () => {
        throw new DOMException("blocked", "SecurityError");
      };
    };
    return elsewhere({}, refuse, async (forgetful) => {
      await line(forgetful, "Réponses gardées").getByText("navigation privée").waitFor();
      await assertAccessible(forgetful, "seat check, unfit");
      await give(forgetful, "poste 3");
      await seeProblems(forgetful, "poste 3", "no_indexeddb");
      await forgetful.getByRole("link", { name: "Rejoindre une session" }).click();
      await forgetful.getByText("Ce navigateur ne convient pas").waitFor();
    });
  });

  await t.test("a companion that replies is seen", () => {
    const reply = () =>
      addEventListener("message", ({ data }) => {
        if (data.to !== "companion") return;
        const pong = { preau: 1, from: "companion", type: "pong", version: "1.2.3", locked: false };
        postMessage(pong, location.origin);
      });
    return elsewhere({}, reply, (locked) =>
      line(locked, "Verrouillage").getByText("Compagnon Préau 1.2.3").waitFor(),
    );
  });

  await t.test("without JavaScript the page says so", async () => {
    const bare = await browsers.station({ javaScriptEnabled: false });
    await bare.goto(`${site.origin}/#verification`);
    const said = await bare.locator("noscript").innerText();
    assert.match(said, /Cette page a besoin de JavaScript/);
    await bare.context().close();
  });

  await t.test("the check is a link away from the first page", async () => {
    const first = new CandidatePage(await browsers.station(), site);
    await first.open();
    await first.page.getByRole("link", { name: "Vérifier ce poste" }).click();
    await seeReady(first.page);
    await first.page.getByRole("link", { name: "Rejoindre une session" }).click();
    await first.heading("Rejoindre une session").waitFor();
    await first.page.context().close();
  });

  await t.test("a box that does not answer is said, and found again", async () => {
    const lost = await open({}, nothing);
    await seeReady(lost);
    site.powerOff();
    await lost.getByRole("button", { name: "Recommencer" }).click();
    await line(lost, "Boîtier de la salle").getByText("Il ne répond pas").waitFor();
    await assertAccessible(lost, "seat check, no box");
    await site.powerOn();
    await lost.getByRole("button", { name: "Recommencer" }).click();
    await seeReady(lost);
  });

  await assertPagesBehaved(t, browsers);
});
