// SPDX-License-Identifier: Apache-2.0
// A box and a platform of one test, installed and kept running by the real `preau demo`.
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BoxClient } from "./box_client.mjs";
import { freePort } from "./free_port.mjs";
import { patienceMs, until } from "./patience.mjs";
import { pages, programs } from "./places.mjs";
import { writePlainPack } from "./plain_pack.mjs";

const startTries = 3; // another program may take a free port before we do
const stopMs = 60_000;

export class Site {
  /** `pack`: a function that writes the pack's source in the folder given to it. */
  static async start({ pack = writePlainPack } = {}) {
    const folder = mkdtempSync(join(tmpdir(), "preau-e2e-"));
    const source = pack(join(folder, "pack"));
    for (let tries = 1; ; ++tries) {
      const site = new Site(folder, await freePort(), await freePort());
      try {
        site.source = source;
        await site.#start();
        return site;
      } catch (error) {
        if (tries === startTries || !/port/.test(error.message)) throw error;
      }
    }
  }

  constructor(folder, port, centralPort) {
    this.folder = folder;
    this.port = port;
    this.centralPort = centralPort;
    this.data = join(folder, "var");
    /** As the exam room knows it: a name, and no secure context. */
    this.origin = `http://examen.lan:${port}`;
    this.client = new BoxClient(`http://127.0.0.1:${port}`);
  }

  async #start() {
    this.demo = spawn(join(programs, "preau"), [
      ...["demo", "--programs", programs, "--web", pages, "--pack", this.source],
      ...["--data", this.data],
      ...["--box-port", String(this.port), "--central-port", String(this.centralPort)],
    ]);
    process.on("exit", () => this.demo.kill("SIGKILL")); // its children follow it
    let said = "";
    for (const stream of [this.demo.stdout, this.demo.stderr])
      stream.setEncoding("utf8").on("data", (text) => (said += text));
    let ended = false;
    this.demo.on("close", () => (ended = true)); // all that it said has been heard by then
    await until("preau demo is ready", () => /prêt/.test(said) || ended);
    if (ended) throw new Error(`preau demo: ${said}`);
    const { session } = JSON.parse(readFileSync(join(this.data, "demo.json"), "utf8"));
    this.session = session;
    this.client.session = session.number;
  }

  /** Kills the box as a power cut would, and keeps it down until `powerOn`. */
  powerOff() {
    const box = this.#boxPid();
    this.demo.kill("SIGSTOP"); // who would start it again at once
    process.kill(box, "SIGKILL");
    for (const end = performance.now() + patienceMs; !isDead(box);) {
      if (performance.now() > end) throw new Error("the box outlives its power");
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }

  async powerOn() {
    this.demo.kill("SIGCONT");
    await until("the box is back", () => this.client.isUnlocked());
  }

  /** Gives the code of the day for a session that the demo does not know. */
  async unlock(session, code) {
    const answer = await fetch(
      `http://127.0.0.1:${this.port}/api/v1/sessions/${session.number}/unlock`,
      {
        method: "POST",
        headers: { "X-Preau": "1", "Content-Type": "application/json" },
        body: JSON.stringify({ password: session.invigilator_password, code }),
      },
    );
    if (!answer.ok) throw new Error(`unlock: ${answer.status} ${await answer.text()}`);
  }

  /** The box takes connections and does nothing with them. */
  freeze() {
    process.kill(this.#boxPid(), "SIGSTOP");
  }

  /** preau-sync stands still: what the box seals stays in its outbox. */
  freezeCourier() {
    process.kill(this.#pidOf("preau-sync"), "SIGSTOP");
  }

  thawCourier() {
    process.kill(this.#pidOf("preau-sync"), "SIGCONT");
  }

  thaw() {
    process.kill(this.#boxPid(), "SIGCONT");
  }

  #boxPid() {
    return this.#pidOf("preau-box");
  }

  #pidOf(program) {
    const tasks = `/proc/${this.demo.pid}/task`;
    const children = readdirSync(tasks).flatMap((task) =>
      readFileSync(join(tasks, task, "children"), "utf8")
        .split(" ")
        .filter(Boolean),
    );
    const isIt = (pid) => readFileSync(`/proc/${pid}/comm`, "utf8").trim() === program;
    return Number(children.find(isIt));
  }

  /** What the platform has stored of the session, in the order of the journal. */
  storedAnswers() {
    const printed = execFileSync(join(programs, "preau-central"), [
      ...["answers", "--data", join(this.data, "central"), "--session", this.session.session],
    ]);
    return JSON.parse(printed.toString());
  }

  /** Stops the box and the platform properly, acts, and starts them again with what they have. */
  async whileStopped(act) {
    await this.#end();
    act();
    await this.#start();
  }

  async stop() {
    await this.#end();
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 20 }); // its children end too
  }

  async #end() {
    if (this.demo.exitCode === null && this.demo.signalCode === null) {
      const ended = once(this.demo, "exit");
      this.demo.kill("SIGCONT");
      this.demo.kill("SIGTERM");
      const alarm = setTimeout(() => this.demo.kill("SIGKILL"), stopMs);
      await ended;
      clearTimeout(alarm);
    }
  }
}

/** Its files and its port are free: nobody has buried it yet, but nothing of it runs any more. */
function isDead(pid) {
  const state = /^State:\s+(\w)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))[1];
  return state === "Z" && readdirSync(`/proc/${pid}/task`).length === 1;
}
