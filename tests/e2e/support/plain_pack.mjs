// SPDX-License-Identifier: Apache-2.0
import { cpSync, mkdirSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { project } from "./places.mjs";

const bank = join(project, "sync/packs/bank");
const special = /^(timer_seconds|focus|attachments|simulator|options) =/m;

/**
 * The questions of the bank that are one choice, several choices or a text, and nothing else: what
 * a test of the rest of the page answers without a thought.
 */
export function writePlainPack(folder) {
  mkdirSync(folder, { recursive: true });
  cpSync(join(bank, "pack.toml"), join(folder, "pack.toml"));
  for (const entry of readdirSync(bank, { withFileTypes: true }))
    if (entry.isDirectory() && entry.name !== "simulators") copyPlain(entry.name, folder);
  return folder;
}

function copyPlain(competence, pack) {
  const from = join(bank, competence);
  const to = join(pack, competence);
  mkdirSync(to);
  for (const name of readdirSync(from).filter((name) => /^[^.]+\.md$/.test(name))) {
    const text = readFileSync(join(from, name), "utf8");
    if (!/^type = "(qcu|qcm|qroc)"$/m.test(text) || special.test(text)) continue;
    cpSync(join(from, name), join(to, name));
    const picture = /^!\[.*\]\((.+)\)$/m.exec(text)?.[1];
    if (picture) cpSync(join(from, picture), join(to, picture));
  }
}
