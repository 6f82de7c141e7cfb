// SPDX-License-Identifier: Apache-2.0
// Debian's Firefox ESR, driven by WebDriver BiDi. Playwright drives patched builds only.
import puppeteer from "puppeteer-core";
import { patienceMs, until } from "./patience.mjs";
import { firefoxProgram } from "./places.mjs";

/** One Firefox; `page()` is a candidate's or an invigilator's station with its own storage. */
export class Firefox {
  /** Addresses that a page asked for outside of the box, and errors that it did not catch. */
  faults = [];

  /** `program`: how to start it otherwise. */
  static async start(origin, program = {}) {
    const browser = await puppeteer.launch({
      browser: "firefox",
      executablePath: firefoxProgram,
      headless: true,
      timeout: 3 * patienceMs,
      extraPrefsFirefox: {
        "network.dns.forceResolve": "127.0.0.1", // the exam room's name
        "intl.accept_languages": "fr-FR",
      },
      ...program,
    });
    return new Firefox(browser, origin);
  }

  constructor(browser, origin) {
    this.browser = browser;
    this.origin = origin;
  }

  async page() {
    const context = await this.browser.createBrowserContext();
    const page = await context.newPage();
    await page.setViewport({ width: 1366, height: 768 });
    page.setDefaultTimeout(patienceMs);
    page.on("request", (request) => {
      const url = request.url();
      // Firefox reads a font of its own controls from a data: address.
      if (!url.startsWith(`${this.origin}/`) && !/^(about|data):/.test(url))
        this.faults.push(`request: ${url}`);
    });
    page.on("pageerror", (error) => this.faults.push(`uncaught: ${error.message}`));
    return new FirefoxPage(page);
  }

  close() {
    return this.browser.close();
  }
}

/** What a person finds on a page: by its words, as in the other tests. */
class FirefoxPage {
  constructor(page) {
    this.page = page;
  }

  goto(address) {
    return this.page.goto(address);
  }

  /** Waits until the screen of that title is there. */
  heading(words) {
    return this.#element("h1", words);
  }

  text(words) {
    return this.#element("body", words);
  }

  async press(words) {
    const button = await this.#element("button", words);
    const wasPressed = await button.evaluateHandle((element) => {
      const seen = { press: false };
      element.addEventListener("click", () => (seen.press = true), { capture: true });
      return seen;
    });
    // What appears above may move the button away under the mouse.
    await until(`“${words}” is pressed`, async () => {
      // People look where they click: not under a note at the foot of the page.
      await button.evaluate((element) => element.scrollIntoView({ block: "center" }));
      await button.click();
      return wasPressed.evaluate(
        (seen) => seen.press || new Promise((late) => setTimeout(() => late(seen.press), 1000)),
      );
    });
  }

  async write(label, text) {
    const field = await this.#element("label", label);
    const input = await field.evaluateHandle((element) => element.control);
    await input.focus();
    await this.page.keyboard.type(text);
  }

  count(selector) {
    return this.page.$$eval(selector, (found) => found.length);
  }

  /** The first element of this kind whose visible words contain these. */
  async #element(selector, words) {
    const found = await this.page
      .waitForFunction(
        (kind, wanted) =>
          [...document.querySelectorAll(kind)].find(
            (element) =>
              element.checkVisibility() &&
              element.innerText.replaceAll(/\s+/g, " ").includes(wanted), // one kind of space
          ),
        { timeout: patienceMs, polling: 50 },
        selector,
        words,
      )
      .catch(async (error) => {
        const shown = await this.page.evaluate(() => document.body.innerText);
        throw new Error(`no ${selector} says “${words}” on:\n${shown}`, { cause: error });
      });
    return found.asElement();
  }
}
