// SPDX-License-Identifier: Apache-2.0
// A pack whose every secret is a mark found nowhere else.
import { randomInt } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { packOf } from "./kinds_pack.mjs";

const letters = "bcdfghjklmnpqrstvwxz"; // no word, no number, the same once normalised
const markLength = 14;

function newMark() {
  return Array.from({ length: markLength }, () => letters[randomInt(letters.length)]).join("");
}

/** Within the pack's ranges, with digits that nothing else has. */
const newDiscriminant = () => `${randomInt(1, 3)}.${randomInt(1e8, 1e9)}`;
const newDifficulty = () => `${randomInt(0, 2) ? "-" : ""}1.${randomInt(1e8, 1e9)}`;

/** The help of a practice pack, shown to nobody in an exam room. */
const help = "\n+++\nAide : MARK.\n";

/**
 * `marks`: the texts to look for, `numbers`: the item parameters, once `pack` was written.
 * In a model, each word MARK becomes a mark of its own. Skills are marked too: their last part is
 * how hard a question is.
 */
export function markedPack(models, each, { practice = false } = {}) {
  const marks = [];
  const numbers = [];
  const mark = () => (marks.push(newMark()), marks.at(-1));
  const number = (make) => (numbers.push(make()), numbers.at(-1));
  const writeModels = packOf(models, each);
  const pack = (folder) => {
    writeModels(folder);
    for (const file of questionsOf(folder)) {
      const text = `${readFileSync(file, "utf8")}${practice ? help : ""}`
        .replaceAll("MARK", mark)
        .replace(/^discriminant = .*$/m, () => `discriminant = ${number(newDiscriminant)}`)
        .replace(/^difficulty = .*$/m, () => `difficulty = ${number(newDifficulty)}`)
        .replace(/^tube = "(.*)"\nskill = "(.*)"$/m, (_all, tube, skill) => {
          const marked = `${tube}-${mark()}`;
          return `tube = "${marked}"\nskill = "${skill.replace(tube, marked)}"`;
        });
      writeFileSync(file, text);
    }
    if (practice) makePractice(join(folder, "pack.toml"));
    return folder;
  };
  return { pack, marks, numbers };
}

function makePractice(file) {
  writeFileSync(file, readFileSync(file, "utf8").replace(/^id = /m, 'kind = "practice"\n$&'));
}

function questionsOf(pack) {
  return readdirSync(pack, { recursive: true })
    .filter((name) => /\.md$/.test(name))
    .map((name) => join(pack, name));
}

/** The ways in which a text could leave: as it is, in base64 however aligned, in hexadecimal. */
export function formsOfText(text) {
  const base64 = [0, 1, 2].map((shift) => {
    const whole = Buffer.from(" ".repeat(shift) + text).toString("base64");
    return whole.slice(shift === 0 ? 0 : 4, -4); // what depends on this text only
  });
  return [text, ...base64, Buffer.from(text).toString("hex")].map((form) => Buffer.from(form));
}

/** As digits (nobody has to print the last of them), and as the eight bytes of a double. */
export function formsOfNumber(text) {
  const digits = text.replace("-", "").slice(0, 8);
  const double = Buffer.alloc(8);
  double.writeDoubleLE(Number(text));
  return [Buffer.from(digits), Buffer.from(double), Buffer.from(double).reverse()];
}
