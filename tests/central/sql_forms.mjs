// SPDX-License-Identifier: Apache-2.0
// Checks the platform's SQL against the forms that docs/operations/central-distributed.md lists.
// The page is the list: it is read here. Usage: node sql_forms.mjs ROOT

import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const root = process.argv[2] ?? ".";
const page = readFileSync(join(root, "docs/operations/central-distributed.md"), "utf8");
const spread = new Map(
  [...page.matchAll(/^\| `(\w+)` \| (\w+) \|$/gm)].map(([, table, column]) => [table, column]),
);
const banned = page.match(/```words\n([\s\S]*?)```/)[1].trim().split(/\s+/);


const problems = [];
const wrong = (where, what) => problems.push(`${where}: ${what}`);

function* files(folder) {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) yield* files(path);
    else yield path;
  }
}

const withoutComments = (sql) => sql.replace(/--.*$/gm, "");
const withoutTexts = (sql) => sql.replace(/'[^']*'/g, "''");

function checkWords(where, sql) {
  const words = new Set(withoutTexts(sql).toUpperCase().match(/[A-Z_]+/g) ?? []);
  for (const word of banned) if (words.has(word)) wrong(where, `${word} is not among our forms`);
}

const columnsOf = (list) => list.split(",").map((column) => column.trim());

/** Keys contain the column by which the table is spread; references stay on one shard. */
function checkTable(where, table, body) {
  const by = spread.get(table);
  if (!by) return wrong(where, `table ${table} is not in the page's list: say what it is spread by`);
  if (by === "reference") return;
  const keys = [...body.matchAll(/(?:PRIMARY KEY|UNIQUE)\s*\(([^)]*)\)/g)].map(([, list]) => columnsOf(list));
  for (const [, column] of body.matchAll(/^\s*(\w+)\s[^,]*?\b(?:PRIMARY KEY|UNIQUE)\b(?!\s*\()/gm))
    keys.push([column]);
  if (keys.length === 0) wrong(where, `table ${table} has no key`);
  for (const key of keys)
    if (!key.includes(by)) wrong(where, `a key of ${table} (${key}) does not contain ${by}`);
  for (const [, column, other, target] of body.matchAll(/^\s*(\w+)\s.*?REFERENCES\s+(\w+)\s*\((\w+)\)/gm)) {
    if (spread.get(other) === "reference") continue;
    if (column !== by || spread.get(other) !== by || target !== by)
      wrong(where, `${table}.${column} refers to another shard, in ${other}`);
  }
}

function checkSchema(where, text) {
  const sql = withoutComments(text);
  checkWords(where, sql);
  if (/^\s*\w+\s+(BIG|SMALL)?SERIAL\b/im.test(sql)) wrong(where, "SERIAL is not among our types");
  for (const [, table, body] of sql.matchAll(/CREATE TABLE (\w+)\s*\(([\s\S]*?)\n\)/g)) checkTable(where, table, body);
  for (const statement of withoutTexts(sql).split(";").map((part) => part.trim()).filter(Boolean))
    if (!/^(CREATE TABLE|CREATE INDEX|CREATE UNIQUE INDEX|INSERT INTO|GRANT|REVOKE)\b/.test(statement))
      wrong(where, `not one of our statements: ${statement.slice(0, 60)}`);
  for (const [, table, list] of sql.matchAll(/CREATE UNIQUE INDEX \w+ ON (\w+) \(([^)]*)\)/g))
    if (spread.get(table) !== "reference" && !columnsOf(list).includes(spread.get(table)))
      wrong(where, `a unique index of ${table} does not contain ${spread.get(table)}`);
}

/** Adjacent literals of C++ are one text. */
function statementsOf(source) {
  const joined = source.replace(/"\s*\n\s*"/g, "");
  return [...joined.matchAll(/"((?:SELECT|INSERT INTO|UPDATE|DELETE FROM) (?:[^"\\]|\\.)*)"/g)].map(([, sql]) => sql);
}

function checkStatement(where, sql) {
  checkWords(where, sql);
  const tables = [...sql.matchAll(/\b(?:FROM|JOIN|INTO|UPDATE) (\w+)/g)].map(([, table]) => table);
  const names = new Set(tables.filter((table) => spread.has(table)));
  const apart = [...names].filter((table) => spread.get(table) !== "reference");
  if (apart.length < 2) return;
  const columns = new Set(apart.map((table) => spread.get(table)));
  if (columns.size > 1) return wrong(where, `joins tables of different shards: ${sql.slice(0, 80)}`);
  const [by] = columns;
  const joins = [...sql.matchAll(/\b(\w+)\.(\w+) = (\w+)\.(\w+)/g)].filter(([, , a, , b]) => a === by && b === by);
  if (joins.length < apart.length - 1) wrong(where, `does not join on ${by}: ${sql.slice(0, 80)}`);
}

let statements = 0;
for (const path of files(join(root, "sync/central"))) {
  const where = path.slice(root.length + 1);
  if (where.includes("/migrations/") || where.endsWith(".sqlite.sql")) continue;
  const text = readFileSync(path, "utf8");
  if (path.endsWith(".sql")) checkSchema(where, text);
  if (!path.endsWith(".cpp")) continue;
  for (const sql of statementsOf(text)) {
    ++statements;
    checkStatement(where, sql);
  }
}
if (spread.size < 10 || statements < 20) wrong("docs", "the page or the sources were not found");
for (const problem of problems) console.log(problem);
console.log(`sql forms: ${statements} statements, ${spread.size} tables, ${problems.length} outside the list`);
process.exit(problems.length === 0 ? 0 : 1);
