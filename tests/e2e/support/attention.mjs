// SPDX-License-Identifier: Apache-2.0
// Where a person's attention goes, as a page in focus mode notices it.

/** As when a screen keyboard or a notification takes the focus, and gives it back at once. */
export function loseFocusFor(page, ms) {
  return page.evaluate(
    (duration) =>
      new Promise((back) => {
        document.hasFocus = () => false;
        dispatchEvent(new Event("blur"));
        setTimeout(() => {
          delete document.hasFocus;
          dispatchEvent(new Event("focus"));
          setTimeout(back, 300); // the page has looked again
        }, duration);
      }),
    ms,
  );
}

/** Another window comes in front, and goes. Playwright gives every page the focus; people do not. */
export async function lookAway(page, ms) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Emulation.setFocusEmulationEnabled", { enabled: false });
  const other = await page.context().newPage();
  await other.bringToFront();
  await new Promise((resolve) => setTimeout(resolve, ms));
  await page.bringToFront();
  await other.close();
  await cdp.detach();
}
