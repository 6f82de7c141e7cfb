// SPDX-License-Identifier: Apache-2.0
import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";
import { eventually } from "./patience.mjs";

const stepsMax = 60;
const manyStepsMax = 150; // a class on the grid
const frameMs = 3_000;

/** Presses Tab until what has the focus matches the selector. */
export function tabTo(page, selector) {
  return pressUntil(page, "Tab", selector);
}

/** Presses Shift and Tab until what has the focus matches the selector. */
export function tabBack(page, selector) {
  return pressUntil(page, "Shift+Tab", selector);
}

async function pressUntil(page, key, selector) {
  for (let step = 0; step < stepsMax; ++step) {
    await pressTab(page, key);
    if (await page.evaluate((wanted) => document.activeElement.matches(wanted), selector)) return;
  }
  throw new Error(`the keyboard does not reach ${selector}`);
}

/** A frame is a program of its own: the focus that goes in or out arrives later than the key. */
async function pressTab(page, key = "Tab") {
  const inFrame = () => page.evaluate(() => document.activeElement.tagName === "IFRAME");
  const [, ...frames] = page.frames();
  const wasIn = frames.length > 0 && (await inFrame());
  for (const frame of frames)
    await frame.evaluate((is) => (window.left = is ? document.activeElement : null), wasIn);
  await page.keyboard.press(key);
  if (frames.length === 0) return;
  const hasArrived = async () => {
    if (!(await inFrame())) return true;
    const moved = ({ activeElement, body } = document) =>
      activeElement !== body && activeElement !== window.left;
    return (await Promise.all(frames.map((frame) => frame.evaluate(moved)))).includes(true);
  };
  // A frame may have nothing to give the focus to.
  for (const end = performance.now() + frameMs; performance.now() < end; await pause(10))
    if (await hasArrived()) return;
}

/** Waits until what has the focus matches the selector. */
export function seeFocus(page, selector) {
  return page.waitForFunction((wanted) => document.activeElement.matches(wanted), selector, {
    polling: 50,
  });
}

/** Waits until what has the focus says this; the page as a whole, which says it all, does not count. */
export function seeFocusOn(page, words) {
  const said = ({ activeElement, body } = document) =>
    activeElement === body ? "" : activeElement.textContent;
  return eventually(async () => assert.match(await page.evaluate(said), words));
}

/** Presses Tab until what has the focus says this first; the same words are heard by everyone. */
export async function tabToWords(page, words) {
  const says = (wanted) => {
    const focused = document.activeElement;
    const name = focused.ariaLabel ?? focused.labels?.[0]?.innerText ?? focused.innerText ?? "";
    return name.replaceAll(/\s+/g, " ").trim().startsWith(wanted);
  };
  for (let step = 0; step < manyStepsMax; ++step) {
    await pressTab(page);
    if (await page.evaluate(says, words)) return;
  }
  throw new Error(`the keyboard does not reach “${words}”`);
}

/**
 * Chooses in a list by arrows, from its first line on, until the line that begins with `words`.
 * Letters would do on a fast machine only: after a second between two of them a list starts again.
 */
export async function chooseByArrows(page, selector, words) {
  await tabTo(page, selector);
  const list = page.locator(selector);
  const lines = await list.locator("option").allTextContents();
  const wanted = lines.findIndex((line) => line.startsWith(words));
  assert.notEqual(wanted, -1, `“${words}” is none of ${lines}`);
  await page.keyboard.press("Home");
  for (let line = 0; line < wanted; ++line) {
    await seeChosen(page, selector, line);
    await page.keyboard.press("ArrowDown");
  }
  await seeChosen(page, selector, wanted);
}

function seeChosen(page, selector, line) {
  return page.waitForFunction(
    ([where, index]) => document.querySelector(where).selectedIndex === index,
    [selector, line],
    { polling: 50 },
  );
}

/** Goes once around the page with Tab: no banner or bar may lie over what has the focus. */
export async function assertFocusIsInSight(page) {
  await seeDrawn(page);
  const covered = [];
  for (let step = 0; step < stepsMax; ++step) {
    await page.keyboard.press("Tab");
    const seen = await page.evaluate(whatCoversTheFocus);
    if (seen === null) break;
    if (seen) covered.push(seen);
  }
  assert.deepEqual(covered, []);
}

/** Waits until what was just changed is drawn: the room kept free for notes is measured then. */
export function seeDrawn(page) {
  return page.evaluate(
    () =>
      new Promise((drawn) =>
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(drawn))),
      ),
  );
}

/** What lies over the focused element; "" when nothing does, null when nothing has the focus. */
function whatCoversTheFocus() {
  const focused = document.activeElement;
  if (focused === document.body) return null;
  const { left, top, width, height } = focused.getBoundingClientRect();
  const over = document.elementFromPoint(left + width / 2, top + height / 2);
  if (over && (focused.contains(over) || over.contains(focused))) return "";
  return `${focused.outerHTML.slice(0, 80)} is under ${over?.outerHTML.slice(0, 80)}`;
}
