// SPDX-License-Identifier: Apache-2.0
import { cpSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { project } from "./places.mjs";
import { writePlainPack } from "./plain_pack.mjs";

const drawing = join(project, "sync/packs/bank/1.1/annonce.svg");
const longWord = "https://www.bibliotheque-du-tilleul.example/horaires-et-adresses/index.html";

/**
 * The plain pack, every choice question of which has a picture and an address too long for a phone.
 * An adaptive test chooses its questions: what a test is about must be in all it may choose.
 */
export function writeDemandingPack(folder) {
  writePlainPack(folder);
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isDirectory()) makeDemanding(join(folder, entry.name));
  return folder;
}

function makeDemanding(folder) {
  cpSync(drawing, join(folder, "illustration.svg"));
  for (const name of readdirSync(folder).filter((name) => name.endsWith(".md"))) {
    const file = join(folder, name);
    const text = readFileSync(file, "utf8");
    if (/^- [([]/m.test(text)) writeFileSync(file, demanding(text));
  }
}

function demanding(text) {
  const picture = /^!\[/m.test(text)
    ? ""
    : "![Une page de résultats de recherche.](illustration.svg)\n\n";
  return text.replace(/^- [([]/m, `${picture}$&`).replace(/^- .*$/m, `$& ${longWord}`);
}
