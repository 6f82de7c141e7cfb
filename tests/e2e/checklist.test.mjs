// SPDX-License-Identifier: Apache-2.0
// The checklist of an accessible exam, point by point, on the candidate's page. The points that are
// not here belong to others: 12 and 16 are also the invigilator's, 20 is the printed sheets'.
import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { giveClock, lookAway, loseFocusFor } from "./support/attention.mjs";
import { screens } from "./support/browser.mjs";
import {
  assertFocusIsInSight,
  chooseByArrows,
  seeFocus,
  seeFocusOn,
  tabBack,
  tabTo,
} from "./support/keyboard.mjs";
import { packOf } from "./support/kinds_pack.mjs";
import * as models from "./support/models.mjs";
import { eventually, until } from "./support/patience.mjs";
import { pupilNamed, pupils } from "./support/roster.mjs";
import { assertPagesBehaved, setStage } from "./support/stage.mjs";
import { TestTaker } from "./support/test_taker.mjs";

const { choice, drawing, fields, focus, inside, matching, ordering, word } = models;
const minute = 60_000;

test("the checklist of an accessible exam", async (t) => {
  const pack = packOf([choice, drawing, fields, focus, inside, matching, ordering, word]);
  const { site, browsers } = await setStage({ pack });
  const taker = new TestTaker(await browsers.station(), site);
  const { page } = taker;
  const { keyboard } = page;
  const context = page.context();
  const input = page.locator("#reponse");
  const shape = () =>
    page.evaluate(() => {
      const buttons = [...document.querySelectorAll("button")].filter(
        (button) => button.offsetParent !== null,
      );
      const names = buttons.map((button) => button.innerText.replace(/\s+/g, " ").trim());
      return { first: names.slice(0, 2), last: names.at(-1) };
    });
  const widths = () =>
    page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    });

  await page.addInitScript(giveClock);

  await t.test("15. the link fills in the number, and what is typed can be pasted", async () => {
    await taker.open();
    const number = page.getByLabel("Numéro de session");
    assert.equal(await number.inputValue(), site.session.number);
    await page.getByLabel("Nom de naissance").focus();
    await paste(page, "Petit");
    assert.equal(await page.getByLabel("Nom de naissance").inputValue(), "Petit");
  });

  await taker.startTest(pupils[0]);

  const points = {
    choice: {
      "14. no single key does anything": async () => {
        await page.locator("h1").focus();
        const before = await page.locator("body").innerHTML();
        for (const key of "abcdefghijklmnopqrstuvwxyz0123456789?/") await keyboard.press(key);
        assert.equal(withoutTime(await page.locator("body").innerHTML()), withoutTime(before));
      },
      "2. the time is a silent timer, announced politely, hidden on demand": async () => {
        const timer = page.getByRole("timer", { name: "Temps restant" });
        assert.equal(await timer.getAttribute("aria-live"), "off");
        assert.equal(await timer.evaluate((it) => it.getAnimations({ subtree: true }).length), 0);
        const kept = page.waitForResponse(
          (reply) =>
            reply.url().endsWith("/me/display") && reply.request().postDataJSON().clock_hidden,
        );
        await taker.button("Masquer").click();
        await timer.waitFor({ state: "detached" });
        await kept;
        const said = page.getByRole("status").getByText("Il vous reste 1 h");
        await until("the last hour is said", async () => {
          await page.waitForResponse((reply) => reply.url().endsWith("/me/heartbeat"));
          await passTime(page, 45.1 * minute);
          return appears(said);
        });
        await taker.button("Afficher le temps").click();
        await timer.waitFor();
      },
      "5. proposals are a group with large rows, and choosing one changes nothing else":
        async () => {
          await page.getByRole("group", { name: "Choisissez une réponse." }).waitFor();
          for (const row of await page.locator("label.choice").all())
            assert.ok((await row.boundingBox()).height >= 48);
          const sent = taker.sent.length;
          await page.locator("label.choice input").first().check();
          await seeFocus(page, "[value='1']");
          assert.equal(taker.sent.length, sent);
          await taker.heading(`Question ${taker.number} sur`).waitFor();
        },
    },

    drawing: {
      "9. the picture has its words, and is enlarged, moved and left by keyboard": async () => {
        assert.match(await page.locator("figure img").getAttribute("alt"), /résultats/);
        const words = page.getByText("Description de l’image");
        await words.focus();
        await keyboard.press("Enter");
        await page.locator("details p").getByText("Une page de résultats").waitFor();
        await seeFocus(page, "summary");
        await tabBack(page, "figure button");
        await keyboard.press("Enter");
        const dialog = page.getByRole("dialog", { name: "Image agrandie" });
        const seeScale = (percent) =>
          dialog.getByRole("status").getByText(`${percent}`, { exact: false }).waitFor();
        const press = async (name) => {
          await dialog.getByRole("button", { name }).focus();
          await keyboard.press("Enter");
        };
        await seeScale(150);
        for (const larger of [200, 300, 400]) {
          await press("Plus grand");
          await seeScale(larger);
        }
        await press("Plus petit");
        await seeScale(300);
        const region = dialog.getByRole("region");
        await region.focus();
        await until("the picture moved", async () => {
          for (const key of ["ArrowRight", "ArrowDown"]) await keyboard.press(key);
          return region.evaluate(({ scrollLeft, scrollTop }) => scrollLeft > 0 && scrollTop > 0);
        });
        await press("Taille d’origine");
        await seeScale(100);
        await keyboard.press("Escape");
        await dialog.waitFor({ state: "detached" });
        await seeFocusOn(page, /Agrandir l’image/);
      },
    },

    fields: {
      "6. each field has its label, and nothing that completes, corrects or cuts": async () => {
        for (const name of ["Ville de départ", "Prix du billet, en euros"]) {
          const field = page.getByLabel(name);
          assert.equal(await field.getAttribute("autocomplete"), "off");
          assert.equal(await field.getAttribute("spellcheck"), "false");
          assert.equal(await field.getAttribute("maxlength"), null);
        }
        await page.getByLabel("Mois du voyage").waitFor();
        await input.fill("a".repeat(600));
        await taker.button("Je valide").click();
        await page.getByRole("alert").getByText("trop longue").waitFor();
        assert.equal((await input.inputValue()).length, 600);
      },
      "17. what is missing is listed with links, and said at its field": async () => {
        const summary = page.getByRole("alert");
        await seeFocus(page, "[role=alert]");
        await summary.getByRole("link").first().focus();
        await keyboard.press("Enter");
        await seeFocus(page, "#reponse");
        assert.equal(await input.getAttribute("aria-invalid"), "true");
        const described = await input.getAttribute("aria-describedby");
        assert.match(await page.locator(`#${described.split(" ").at(-1)}`).innerText(), /longue/);
      },
    },

    focus: {
      "18. leaving for less than a second, or into our own page, is not leaving": async () => {
        await page.getByText("Mode focus : restez sur cette page").waitFor();
        for (let n = 0; n < 3; ++n) await loseFocusFor(page, 700);
        await page.locator("label.choice input").first().focus();
        await pause(500); // the page looks at itself four times a second
        assert.equal(await page.getByText("Vous avez quitté cette page").count(), 0);
        assert.ok(!taker.told.includes("focus-lost"));
      },
      "18. leaving is said, with what to do, and is never the end": async () => {
        await lookAway(page);
        const said = page.getByRole("alert");
        await said.getByText("Vous avez quitté cette page").waitFor();
        await said.getByText("Levez la main").waitFor();
        await said.getByText("signaler un problème").waitFor();
        await page.locator("label.choice input").first().check();
        await taker.button("Je valide").click();
        await taker.heading(`Votre réponse à la question ${taker.number}`).waitFor();
        await taker.button("Modifier").click();
        await taker.seeQuestion(taker.number);
      },
    },

    inside: {
      "10. the simulator has a name, and the keyboard goes in and out": async () => {
        assert.equal(await page.locator("iframe").getAttribute("title"), "Messagerie de Léa");
        const mail = page.frameLocator("iframe").getByRole("button");
        await mail.first().waitFor();
        await page.locator("iframe").focus();
        await keyboard.press("Tab");
        await until("the focus is inside", () =>
          mail.evaluateAll((all) => all.includes(document.activeElement)),
        );
        await keyboard.press("Escape");
        await seeFocus(page, "#reponse");
        await tabBack(page, ".simulator button");
        await taker.button("Sortir du simulateur").press("Enter");
        await seeFocus(page, "#reponse");
        await page.locator("iframe").focus();
        await tabTo(page, "form button.primary");
      },
    },

    matching: {
      "8. each line is matched with a list, nothing has to be dragged": async () => {
        assert.equal(await page.locator("select").count(), 3);
        assert.equal(await page.locator("[draggable=true]").count(), 0);
        await chooseByArrows(page, "select", "Un t");
        await eventually(async () => assert.notEqual(await input.inputValue(), ""));
      },
      "19. a text says its language, and the page may be read from right to left": async () => {
        assert.equal(await page.locator("html").getAttribute("lang"), "fr");
        await taker.button("English").click();
        await page.locator(".question-text[lang=en]").waitFor();
        await taker.button("Français").click();
        await page.locator(".question-text[lang=fr]").waitFor();
        await page.evaluate(() => (document.documentElement.dir = "rtl"));
        assert.ok((await widths()) <= 0);
        const { x } = await page.locator("h1").boundingBox();
        await page.evaluate(() => document.documentElement.removeAttribute("dir"));
        assert.ok(x > (await page.locator("h1").boundingBox()).x, "the title is on the other side");
      },
    },

    ordering: {
      "7. lines are moved by buttons, and where they went is said": async () => {
        await tabTo(page, '[data-move="down-1"]');
        await keyboard.press("Enter");
        await page.getByRole("status").getByText(": position 2 sur 3").waitFor();
        await seeFocus(page, "[data-move='down-1']");
      },
    },

    word: {
      "3. where the answers are is a status that is said once, when it changes": async () => {
        await page.evaluate(() => {
          window.saidOfAnswers = [];
          const status = document.querySelector(".badge .sr-only");
          new MutationObserver(() => window.saidOfAnswers.push(status.textContent)).observe(
            status,
            {
              childList: true,
              characterData: true,
              subtree: true,
            },
          );
        });
        assert.equal(await page.locator(".badge").getAttribute("role"), "status");
        await context.setOffline(true);
        await input.fill("messagerie");
        await taker.button("Je valide").click();
        await taker.confirm();
        await taker.badge("Hors ligne – gardé sur ce poste (1)").waitFor();
      },
      "4. the offline banner never lies over what has the focus": async () => {
        await page.getByText("Ne fermez pas").first().waitFor();
        for (const size of [screens.desktop, { width: 320, height: 256 }]) {
          await page.setViewportSize(size);
          await assertFocusIsInSight(page);
        }
        await page.setViewportSize(screens.desktop);
        await context.setOffline(false);
        ++taker.number;
        await taker.arrive();
        const said = () => page.evaluate(() => window.saidOfAnswers);
        await until("it said two things", async () => (await said()).length === 2);
        assert.deepEqual(await said(), [
          "Connexion perdue. Votre réponse est gardée sur ce poste.",
          "Connexion revenue. Toutes vos réponses sont enregistrées.",
        ]);
      },
    },
  };

  const seen = [];
  for (const left = new Set(Object.keys(points)); left.size > 0;) {
    await taker.arrive();
    if (await taker.isAnnounced()) await taker.showQuestion();
    const name = await taker.model();
    const number = taker.number;
    if (left.delete(name)) {
      await t.test(`1. question ${number} is the title, and has the focus`, () =>
        taker.seeQuestion(number),
      );
      await t.test(
        `11 and 12. ${name} needs no scrolling to the side, whatever the screen`,
        async () => {
          const narrow = { width: 320, height: 256 };
          const lying = { width: screens.tablet.height, height: screens.tablet.width };
          for (const size of [narrow, screens.phone, screens.tablet, lying, screens.desktop]) {
            await page.setViewportSize(size);
            assert.ok((await widths()) <= 0, `${size.width} × ${size.height}`);
          }
        },
      );
      seen.push(await shape());
      for (const [point, act] of Object.entries(points[name])) await t.test(point, act);
    }
    if (taker.number > number) continue; // it was answered on the way
    await taker.skip();
    ++taker.number;
  }

  await t.test("18. an adjusted candidate is told that leaving costs nothing", async () => {
    const adjusted = new TestTaker(await browsers.station(), site);
    await adjusted.startTest(pupilNamed("ISAMBERT"));
    const announced = adjusted.page.getByRole("heading", { name: "Question en mode focus" });
    await adjusted.goTo(() => announced.isVisible());
    await adjusted.page.getByText("Vous avez un aménagement").waitFor();
    await adjusted.showQuestion();
    await lookAway(adjusted.page);
    const said = adjusted.page.getByRole("alert");
    await said.getByText("Vous avez quitté cette page").waitFor();
    await said.getByText("votre réponse compte comme les autres").waitFor();
  });

  await t.test("13. motion stops for those who ask, and more contrast is given", async () => {
    await page.emulateMedia({ reducedMotion: "reduce", contrast: "more" });
    await eventually(async () =>
      assert.equal(await page.evaluate(() => document.getAnimations().length), 0),
    );
    const soft = (selector) =>
      page
        .locator(selector)
        .first()
        .evaluate((it) => getComputedStyle(it).color);
    await eventually(async () => assert.equal(await soft(".progress .soft"), await soft("h1")));
    await page.emulateMedia({ reducedMotion: "no-preference", contrast: "no-preference" });
  });

  await t.test("16. display first, report last: the same for every question", () => {
    for (const { first, last } of seen) {
      assert.ok(first.includes("Affichage"), first.join(", "));
      assert.equal(last, "Signaler un problème avec la question");
    }
  });

  await assertPagesBehaved(t, browsers);
});

/**
 * The station believes that so much time went by; the box sets it right at its next beat. Not while
 * a beat is on its way: the station would take the time for the way's.
 */
function passTime(page, ms) {
  return page.evaluate((more) => (window.ahead += more), ms);
}

/** Within one beat of the box. */
async function appears(locator) {
  return locator.waitFor({ timeout: 2000 }).then(
    () => true,
    () => false,
  );
}

/** As from another program: the page gets the paste, not the keys. */
function paste(page, text) {
  return page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", pasted);
    const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
    const taken = document.activeElement.dispatchEvent(event);
    if (taken) document.execCommand("insertText", false, pasted);
  }, text);
}

const withoutTime = (html) => html.replace(/\d+(:\d\d)+/g, "");
