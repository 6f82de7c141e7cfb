// SPDX-License-Identifier: Apache-2.0
// Where a person's attention goes, as a page in focus mode notices it.

/** Runs in the page before anything else: its clock goes on, and also when a test says so. */
export function giveClock() {
  window.ahead = 0;
  const now = performance.now.bind(performance);
  performance.now = () => now() + window.ahead;
}

/**
 * As when a screen keyboard or a notification takes the focus, and gives it back at once. By the
 * page's own clock (`giveClock`), which the machine's speed does not change.
 */
export function loseFocusFor(page, ms) {
  return page.evaluate((duration) => {
    const looks = 5;
    document.hasFocus = () => false;
    for (let look = 0; look < looks; ++look) {
      dispatchEvent(new Event("blur"));
      window.ahead += duration / looks;
    }
    delete document.hasFocus;
    dispatchEvent(new Event("focus"));
  }, ms);
}

/**
 * Another window comes in front, and goes when the page says that it was left. Playwright gives
 * every page the focus; people do not.
 */
export async function lookAway(page) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Emulation.setFocusEmulationEnabled", { enabled: false });
  const other = await page.context().newPage();
  await other.bringToFront();
  await page.getByText("Vous avez quitté cette page").waitFor();
  await page.bringToFront();
  await other.close();
  await cdp.detach();
}
