// SPDX-License-Identifier: Apache-2.0
// Checks every file of the project against the house rules. Run from anywhere: node tests/tidy/tidy.mjs

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { fileRules, treeRules } from "./rules.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const text = /\.(cpp|hpp|mjs|ts|tsx|css|sql|md|txt|json|toml|html|svg)$/;

const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { cwd: root });
const files = listed
  .toString()
  .split("\n")
  .filter((path) => text.test(path) && existsSync(join(root, path)))
  .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));

const problems = [
  ...files.flatMap((file) =>
    fileRules.flatMap((rule) => rule(file).map((found) => ({ path: file.path, ...found }))),
  ),
  ...treeRules.flatMap((rule) => rule(files)),
];
for (const { path, line, message } of problems) console.log(`${path}:${line}: ${message}`);
console.log(`tidy: ${files.length} files, ${problems.length} problems`);
process.exit(problems.length === 0 && files.length > 0 ? 0 : 1);
