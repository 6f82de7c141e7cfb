// SPDX-License-Identifier: Apache-2.0
// A central platform of one test, with something on every page of its desk.
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { until } from "./patience.mjs";
import { programs } from "./places.mjs";

export class Central {
  static async start() {
    const central = new Central(mkdtempSync(join(tmpdir(), "preau-e2e-")));
    await central.#serve();
    return central;
  }

  constructor(folder) {
    this.folder = folder;
    mkdirSync(join(folder, "packs"));
    const stage = join(programs, "tests/central/stage_central");
    /** Tokens of two people, ids of sessions, a certificate's code. */
    this.staged = JSON.parse(execFileSync(stage, [join(folder, "data")], { encoding: "utf8" }));
  }

  async #serve() {
    this.program = spawn(
      join(programs, "preau-central"),
      [
        ...["serve", "--data", join(this.folder, "data"), "--packs", join(this.folder, "packs")],
        ...["--address", "127.0.0.1", "--port", "0"],
      ],
      { stdio: ["ignore", "pipe", "ignore"] },
    );
    process.on("exit", () => this.program.kill("SIGKILL"));
    let said = "";
    this.program.stdout.setEncoding("utf8").on("data", (text) => (said += text));
    await until("the platform listens", () => said.includes("\n"));
    this.origin = `http://examen.lan:${JSON.parse(said).listening}`;
  }

  async stop() {
    const ended = new Promise((done) => this.program.on("close", done));
    this.program.kill("SIGTERM");
    await ended;
    rmSync(this.folder, { recursive: true, force: true });
  }
}
