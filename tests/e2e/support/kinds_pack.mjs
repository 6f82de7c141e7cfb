// SPDX-License-Identifier: Apache-2.0
// Packs made for a test: each competence asks one given question, under several tubes.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { project } from "./places.mjs";

const bank = join(project, "sync/packs/bank");
/** As many tubes as a test has questions. */
const justEnough = 2;

/**
 * A source pack whose competences ask `models` in turn. An adaptive test goes through all of the
 * competences first, so that everyone meets every model in the first 16 questions.
 * A model: `name`, which its instruction says; `header` and `body`; `english`, `files`; `simulators`
 * at the root of the pack. `each`: questions of a competence; a replaced question needs another one.
 */
export const packOf =
  (models, each = justEnough) =>
  (folder) => {
    mkdirSync(folder, { recursive: true });
    cpSync(join(bank, "pack.toml"), join(folder, "pack.toml"));
    competences().forEach((competence, index) => {
      for (let n = 1; n <= each; ++n)
        writeQuestion(folder, competence, n, models[index % models.length]);
    });
    return folder;
  };

function competences() {
  const toml = readFileSync(join(bank, "pack.toml"), "utf8");
  return [...toml.matchAll(/^"(\d\.\d)" =/gm)].map(([, code]) => code);
}

function writeQuestion(pack, competence, n, { name, header, body, english, files, simulators }) {
  const folder = join(pack, competence);
  mkdirSync(folder, { recursive: true });
  const tube = `${competence}-t${n}`;
  const common = `id = "${competence}-${name}-${n}"
tube = "${tube}"
skill = "${tube}-${n}"
discriminant = 1.0
difficulty = ${n - 1}.0
needs_internet = false
accessible_blind = true
accessible_colour = true
licence = "CC-BY-4.0"
author = "Préau"`;
  const first = `Épreuve ${name}, question ${n} de la compétence ${competence}.`;
  write(folder, `${name}-${n}.md`, `+++\n${common}\n${header}\n+++\n${first}\n\n${body}\n`);
  if (english)
    write(
      folder,
      `${name}-${n}.en.md`,
      `Trial ${name}, question ${n} of ${competence}.\n\n${english}\n`,
    );
  for (const [file, content] of Object.entries(files ?? {})) write(folder, file, content);
  for (const [file, content] of Object.entries(simulators ?? {}))
    write(join(pack, "simulators"), file, content);
}

function write(folder, name, content) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), content);
}

/** The name of the model that the page shows. */
export async function shownModel(page) {
  const text = await page.locator(".question-text").innerText();
  return /(?:Épreuve|Trial) ([a-z-]+)/.exec(text)[1];
}
