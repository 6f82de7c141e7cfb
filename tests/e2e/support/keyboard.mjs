// SPDX-License-Identifier: Apache-2.0
import assert from "node:assert/strict";

const stepsMax = 60;
const manyStepsMax = 150; // a class on the grid

/** Presses Tab until what has the focus matches the selector. */
export async function tabTo(page, selector) {
  for (let step = 0; step < stepsMax; ++step) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((wanted) => document.activeElement.matches(wanted), selector)) return;
  }
  throw new Error(`the keyboard does not reach ${selector}`);
}

/** Presses Tab until what has the focus says this first; the same words are heard by everyone. */
export async function tabToWords(page, words) {
  const says = (wanted) => {
    const focused = document.activeElement;
    const name = focused.ariaLabel ?? focused.labels?.[0]?.innerText ?? focused.innerText ?? "";
    return name.replaceAll(/\s+/g, " ").trim().startsWith(wanted);
  };
  for (let step = 0; step < manyStepsMax; ++step) {
    await page.keyboard.press("Tab");
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
  );
}

/** Goes once around the page with Tab: no banner or bar may lie over what has the focus. */
export async function assertFocusIsInSight(page) {
  const covered = [];
  for (let step = 0; step < stepsMax; ++step) {
    await page.keyboard.press("Tab");
    const seen = await page.evaluate(whatCoversTheFocus);
    if (seen === null) break;
    if (seen) covered.push(seen);
  }
  assert.deepEqual(covered, []);
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
