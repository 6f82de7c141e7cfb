// SPDX-License-Identifier: Apache-2.0
// Debian's Chromium, in which the exam room's name leads to this machine. Never localhost: there
// the browser has functions that it lacks in the room.
import { once } from "node:events";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { patienceMs } from "./patience.mjs";
import { chromiumProgram, requireFromWeb } from "./places.mjs";

const { chromium } = requireFromWeb("playwright-core");

const launch = {
  executablePath: chromiumProgram,
  headless: true,
  timeout: 3 * patienceMs,
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP examen.lan 127.0.0.1",
  ],
};

export const screens = {
  desktop: { width: 1366, height: 768 },
  tablet: { width: 820, height: 1180 },
  phone: { width: 390, height: 844 },
};

/** All browsers of one test file, and what they did that a page of ours must not do. */
export class Browsers {
  /** Requests to elsewhere, console errors, uncaught errors, refusals of the page's policy. */
  faults = [];
  #shared;
  #own = [];

  /** `program`: another browser than Debian's Chromium, and how to start it. */
  constructor(origin, program = {}) {
    /** Where the box may be reached: pages may ask for nothing elsewhere. */
    this.origins = [origin];
    this.launch = { ...launch, ...program, args: [...launch.args, ...(program.args ?? [])] };
  }

  /** A page of a station of its own: other storage, other tabs. */
  async station(options = {}) {
    this.#shared ??= await chromium.launch(this.launch);
    const context = await this.#shared.newContext({
      locale: "fr-FR",
      viewport: screens.desktop,
      ...options,
    });
    await this.watch(context);
    return context.newPage();
  }

  /** A browser with a profile on the disk, which can be killed and opened again. */
  async killable() {
    const profile = mkdtempSync(join(tmpdir(), "preau-e2e-profile-"));
    const browser = new KillableBrowser(this, profile);
    this.#own.push(browser);
    await browser.open();
    return browser;
  }

  async watch(context) {
    context.setDefaultTimeout(patienceMs);
    await context.exposeBinding("preauFault", (_source, fault) => void this.faults.push(fault));
    await context.addInitScript(() =>
      addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
        window.preauFault(`policy: ${violatedDirective} ${blockedURI}`),
      ),
    );
    context.on("request", (request) => {
      const url = request.url();
      if (!this.origins.includes(new URL(url).origin)) this.faults.push(`request: ${url}`);
    });
    context.on("weberror", (error) => this.faults.push(`uncaught: ${error.error().message}`));
    context.on("console", (message) => {
      if (message.type() !== "error" && message.type() !== "warning") return;
      if (!expected.some((text) => message.text().startsWith(text)))
        this.faults.push(`console: ${message.text()}`);
    });
  }

  async close() {
    await this.#shared?.close();
    for (const browser of this.#own) await browser.close();
  }
}

/** What Chromium writes in the console by itself, while the page is right. */
const expected = [
  "Failed to load resource: ", // refused or cut: the tests look at what the page makes of it
  "The Cross-Origin-Opener-Policy header has been ignored", // it protects only over TLS
];

class KillableBrowser {
  constructor(browsers, profile) {
    this.browsers = browsers;
    this.profile = profile;
  }

  async open() {
    // A browser that was killed leaves its lock behind.
    for (const name of ["SingletonLock", "SingletonSocket", "SingletonCookie"])
      rmSync(join(this.profile, name), { force: true });
    const options = { ...this.browsers.launch, locale: "fr-FR", viewport: screens.desktop };
    this.context = await chromium.launchPersistentContext(this.profile, options);
    await this.browsers.watch(this.context);
    this.page = await this.context.newPage();
    return this.page;
  }

  /** As when the computer loses its power: nothing more is written. */
  async kill() {
    const gone = once(this.context, "close");
    process.kill(mainProcessOf(this.profile), "SIGKILL");
    await gone;
  }

  async close() {
    await this.context.close();
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 20 }); // it may still write
  }
}

/** The process that started the others of the browser on this profile. */
function mainProcessOf(profile) {
  const found = readdirSync("/proc").find((pid) => {
    const line = /^\d+$/.test(pid) ? commandLine(pid) : [];
    return (
      line.includes(`--user-data-dir=${profile}`) &&
      !line.some((word) => word.startsWith("--type="))
    );
  });
  return Number(found);
}

function commandLine(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
  } catch {
    return []; // it has just ended
  }
}
