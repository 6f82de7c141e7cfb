// SPDX-License-Identifier: Apache-2.0
// What each screen must satisfy, whoever looks at it and however (WCAG 2.2 AA, RGAA 4).
import assert from "node:assert/strict";
import { screens } from "./browser.mjs";
import { requireFromWeb } from "./places.mjs";

const axeSource = requireFromWeb("axe-core").source;

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice", "RGAAv4"];

const plain = { colorScheme: "light", reducedMotion: "no-preference", forcedColors: "none" };
/** 320 × 256 is a screen of 1280 × 1024 at 400 %. */
const small = { width: 320, height: 256 };
const looks = [
  { name: "on a desktop", size: screens.desktop, media: plain },
  { name: "at 320 × 256", size: small, media: plain },
  {
    name: "dark, reduced motion",
    size: screens.tablet,
    media: { ...plain, colorScheme: "dark", reducedMotion: "reduce" },
  },
  { name: "in forced colours", size: screens.tablet, media: { ...plain, forcedColors: "active" } },
];

/** Fails with everything that is wrong with the screen that the page shows now. */
export async function assertAccessible(page, screen) {
  const problems = [];
  for (const { name, size, media } of looks) {
    await page.setViewportSize(size);
    await page.emulateMedia(media);
    for (const problem of [...(await violations(page)), ...(await overflows(page))])
      problems.push(`${screen}, ${name}: ${problem}`);
  }
  await page.emulateMedia(plain);
  for (const size of [small, screens.desktop]) {
    await page.setViewportSize(size);
    for (const problem of await problemsOfLanguage(page))
      problems.push(`${screen}, ${size.width} px wide: ${problem}`);
  }
  for (const problem of await problemsOfLargeText(page)) problems.push(`${screen}: ${problem}`);
  assert.deepEqual(problems, []);
}

async function violations(page) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axeSource);
  const found = await page.evaluate(
    async (runOnly) =>
      (await window.axe.run(document, { runOnly, resultTypes: ["violations"] })).violations,
    tags,
  );
  return found.map(
    ({ id, help, nodes }) => `${id} (${help}) at ${nodes.map((node) => node.target).join(", ")}`,
  );
}

/** What sticks out on the side, if anything does. */
function overflows(page) {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.querySelectorAll("body *")].filter(
      (element) => element.getBoundingClientRect().right > clientWidth,
    );
    const names = wide.map(({ tagName, className }) => `${tagName}.${className}`);
    return [`${scrollWidth - clientWidth} px too wide: ${names.slice(-3).join(", ")}`];
  });
}

/** Read from right to left, then in a language of longer words: nothing is cut, too wide or covered. */
async function problemsOfLanguage(page) {
  const look = async () => [...(await cut(page)), ...(await overlaps(page))];
  const before = new Set(await look()); // a name that is shortened with dots, say
  const problems = [];
  const compare = async (how) => {
    for (const problem of await look())
      if (!before.has(problem)) problems.push(`${how}: ${problem}`);
  };
  await page.evaluate(() => (document.documentElement.dir = "rtl"));
  await compare("from right to left");
  await page.evaluate(() => document.documentElement.removeAttribute("dir"));
  await page.evaluate(lengthenWords);
  await compare("longer words");
  await page.evaluate(() => window.shortenWords());
  return problems;
}

/** As in a translation: a third longer, in letters that few fonts draw narrow. */
function lengthenWords() {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const changed = [];
  while (texts.nextNode()) {
    const node = texts.currentNode;
    if (!/\p{L}{2}/u.test(node.data) || node.parentElement.closest("script, style, [role=timer]"))
      continue;
    const short = node.data;
    const letters = "ŵ".repeat(1 + short.trim().length / 3);
    const long = `${short} ${letters.replaceAll(/ŵ{8}/g, "$& ")}`;
    node.data = long;
    changed.push({ node, short, long });
  }
  // What the page has written anew meanwhile is right as it is.
  window.shortenWords = () => {
    for (const { node, short, long } of changed) if (node.data === long) node.data = short;
  };
}

/** Pairs of things to read or to press that lie over each other. */
function overlaps(page) {
  return page.evaluate(() => {
    const fixed = (element) => {
      for (let at = element; at; at = at.parentElement)
        if (/fixed|sticky|absolute/.test(getComputedStyle(at).position)) return true;
      return false;
    };
    const things = [...document.querySelectorAll("button, a, input, select, p, h1, h2, h3, dt, dd")]
      .filter(
        (element) => element.checkVisibility({ contentVisibilityAuto: true }) && !fixed(element),
      )
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 1 && box.height > 1);
    const slack = 2;
    const meet = (a, b) =>
      Math.min(a.right, b.right) - Math.max(a.left, b.left) > slack &&
      Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > slack;
    const name = ({ tagName, className, textContent }) =>
      `${tagName}.${className} “${textContent.trim().slice(0, 30)}”`;
    const found = [];
    for (const [index, one] of things.entries())
      for (const other of things.slice(index + 1))
        if (meet(one.box, other.box) && !one.element.contains(other.element))
          found.push(`${name(one.element)} lies over ${name(other.element)}`);
    return found;
  });
}

/** Text twice as large, then spaced out as WCAG 1.4.12 says: nothing may be cut or too wide. */
async function problemsOfLargeText(page) {
  const problems = [];
  await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
  problems.push(...(await cut(page)).map((text) => `text at 200 %: ${text}`));
  await page.evaluate(() => {
    document.documentElement.style.fontSize = "";
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }",
    );
    document.adoptedStyleSheets = [sheet];
  });
  problems.push(...(await cut(page)).map((text) => `spaced text: ${text}`));
  await page.evaluate(() => (document.adoptedStyleSheets = []));
  return problems;
}

/** Elements that hide a part of their own text. */
async function cut(page) {
  const hidden = await page.evaluate(() =>
    [...document.querySelectorAll("main *, header *")]
      .filter((element) => getComputedStyle(element).overflow !== "visible")
      .filter((element) => !element.closest(".sr-only, svg") && element.textContent.trim() !== "")
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
      .map((element) => `${element.className || element.tagName} is cut`),
  );
  return [...hidden, ...(await overflows(page))];
}
