// SPDX-License-Identifier: Apache-2.0
// Every simulated question of the bank, in a frame as closed as the candidate's: its scene loads, axe
// finds nothing, and the keyboard of a person who knows gives an accepted value.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { solutions } from "./solutions.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const bank = join(root, "sync/packs/bank");
const require = createRequire(join(root, "web/package.json"));
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const policy = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:";

const simulated = readdirSync(bank)
  .filter((name) => /^\d\.\d$/.test(name))
  .flatMap((folder) => readdirSync(join(bank, folder)).map((name) => join(bank, folder, name)))
  .filter((path) => /\/sim-[a-z0-9-]+\.md$/.test(path))
  .map(read);

function read(path) {
  const text = readFileSync(path, "utf8");
  const [, page, scene] = /page = "([^"]+)", scene = "([^"]+)"/.exec(text);
  return {
    id: /^id = "(.+)"$/m.exec(text)[1],
    accepted: JSON.parse(/^accepted = (.+)$/m.exec(text)[1]),
    answers: text.includes("answers = true"),
    html: readFileSync(join(bank, "simulators", `${page}.html`), "utf8"),
    scene: JSON.parse(readFileSync(join(path, "..", scene), "utf8")),
  };
}

const browser = await chromium.launch({
  executablePath: process.env.PREAU_CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
after(() => browser.close());

/** A page with the simulator in its frame; `heard` gathers what it says. */
async function stage({ html, scene }, options) {
  const context = await browser.newContext({ bypassCSP: false, ...options });
  const page = await context.newPage();
  await page.route("http://simulator.test/**", (route) =>
    route.request().url().endsWith("/frame")
      ? route.fulfill({ contentType: "text/html; charset=utf-8", headers: { "content-security-policy": policy }, body: html })
      : route.fulfill({ contentType: "text/html; charset=utf-8", body: outside(scene) }),
  );
  await page.goto("http://simulator.test/");
  const frame = page.frames()[1];
  await frame.waitForSelector("h1, [role=alert]");
  return { context, page, frame, said: (type) => page.evaluate((t) => heard.filter((m) => m.type === t), type) };
}

const outside = (scene) => `<!doctype html><body style="margin:0"><script>
const heard = [];
addEventListener("message", ({ data, source }) => {
  heard.push(data);
  if (data.type === "height") document.querySelector("iframe").height = data.pixels;
  if (data.type === "ready") source.postMessage({ preau: 1, type: "scene", scene: ${JSON.stringify(scene).replaceAll("<", "\\u003c")}, language: "fr" }, "*");
});
</script><iframe src="/frame" sandbox="allow-scripts" title="Simulateur" style="border:0;width:100%" height="600"></iframe>`;

/** With the keyboard, but for the choice in a list, whose keys are the browser's own. */
async function act(frame, [control, value]) {
  const element = frame.locator(control);
  const isList = (await element.evaluate(({ tagName }) => tagName)) === "SELECT";
  if (isList) await element.selectOption(value);
  else if (value !== undefined) await element.fill(value);
  else {
    await element.focus();
    await element.press((await element.getAttribute("type")) === "checkbox" ? "Space" : "Enter");
  }
}

async function violations(page, frame) {
  await frame.evaluate(axe);
  const { violations: found } = await frame.evaluate(() => axe.run());
  return found.map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
}

for (const question of simulated) {
  test(question.id, async () => {
    for (const [colorScheme, width] of [["light", 320], ["dark", 900]]) {
      const { context, page, frame, said } = await stage(question, { colorScheme, viewport: { width, height: 900 } });
      assert.deepEqual(await said("answer"), [], "nothing is answered before a person acts");
      assert.deepEqual(await violations(page, frame), []);
      if (question.answers) {
        assert.ok(solutions[question.id], "solutions.mjs tells how to answer");
        const steps = solutions[question.id];
        for (const step of steps.slice(0, -1)) await act(frame, step);
        const before = (await said("answer")).at(-1)?.value;
        assert.ok(!question.accepted.includes(before), `half of it is not the answer: ${before}`);
        await act(frame, steps.at(-1));
        await page.waitForTimeout(20);
        assert.equal((await said("answer")).at(-1)?.value, question.accepted[0]);
        assert.deepEqual(await violations(page, frame), []);
      }
      const wide = await frame.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wide <= 0, `${wide} pixels too wide at ${width}`);
      await frame.locator("button, select, input").first().press("Escape");
      await page.waitForFunction(() => heard.some(({ type }) => type === "leave"));
      await context.close();
    }
  });
}

test("a scene that is malformed is said to be", async () => {
  for (const html of new Set(simulated.map(({ html: page }) => page))) {
    const { context, frame } = await stage({ html, scene: { title: "Vide" } }, {});
    assert.match(await frame.locator("[role=alert]").innerText(), /illisible/);
    await context.close();
  }
});
