// SPDX-License-Identifier: Apache-2.0
// The house rules a program can see. Each rule takes a file {path, text} and returns what is wrong:
// [{line, message}]; every message names the replacement.

import { layers, onlyHeaders } from "./layers.mjs";

const folderOf = (path) => path.split("/").slice(0, 2).join("/");
const isCpp = (path) => /\.(cpp|hpp)$/.test(path);
const isProduction = (path) => isCpp(path) && /^(server|sync)\//.test(path);

function* lines(text) {
  let number = 0;
  for (const line of text.split("\n")) yield [++number, line];
}

const withoutComment = (line) => line.replace(/\/\/.*$/, "");

function matches(text, pattern, message) {
  const found = [];
  for (const [line, content] of lines(text))
    if (pattern.test(withoutComment(content))) found.push({ line, message });
  return found;
}

/** An include points down the table, to the folder itself, or to a library of its own. */
export function includesPointDown({ path, text }) {
  if (!isProduction(path)) return [];
  const folder = folderOf(path);
  const own = folder.split("/")[1];
  const allowed = layers[folder];
  if (!allowed) return [{ line: 1, message: `${folder} is not in tests/tidy/layers.mjs: add it` }];
  const found = [];
  for (const [line, content] of lines(text)) {
    const project = content.match(/^\s*#\s*include\s+"([^"]+)"/)?.[1];
    const library = content.match(/^\s*#\s*include\s+<([^>]+)>/)?.[1];
    if (project) {
      const target = project.split("/")[0];
      const only = onlyHeaders[folder]?.[target];
      if (target !== own && !allowed.folders.includes(target))
        found.push({ line, message: `${folder} may not include ${target}/` });
      else if (only && !only.includes(project))
        found.push({ line, message: `${folder} may include only ${only.join(", ")} of ${target}/` });
    }
    const thirdParty = library && /[/.]/.test(library) && !/^(sys|netinet|arpa)\/|^[a-z_]+\.h$/.test(library);
    const guarded = library && /^(sqlite3|sodium|cmark|utf8proc|qrencode|libpq-fe)\.h$/.test(library);
    if ((thirdParty || guarded) && !allowed.libraries.some((prefix) => library.startsWith(prefix)))
      found.push({ line, message: `${folder} may not use <${library}>` });
  }
  return found;
}

/** Beast, Asio and co_await stay behind one door; g++ 12 miscompiles them in some forms. */
export function coroutinesStayInHttp({ path, text }) {
  if (!isProduction(path) || path.startsWith("server/http/")) return [];
  return matches(text, /\bco_(await|return|yield)\b/, "co_await lives in server/http only: write plain code");
}

/** The forms that g++ 12 compiles into a double free, without a word (docs/decisions/0002). */
export function coroutineFormsAreSafe({ path, text }) {
  if (!path.startsWith("server/http/")) return [];
  const found = [];
  const code = text.replace(/\/\/[^\n]*/g, "");
  for (const match of code.matchAll(/co_await[^;{}]*(?:[({,]\s*(?:\w+(?:::\w+)*)?\{[^}]|\[[^\]]*=[^\]]*\])[^;]*;/g)) {
    const line = code.slice(0, match.index).split("\n").length;
    found.push({ line, message: "name the braced temporary or the capturing lambda before co_await, then std::move it" });
  }
  return found;
}

const bans = [
  [/\b(std::)?(rand|srand)\s*\(/, "draw from the injected Entropy or SplitMix64"],
  [/\bstd::(random_device|mt19937(_64)?|shuffle|default_random_engine)\b/, "draw from the injected Entropy or SplitMix64"],
  [/\b(system_clock|steady_clock)::now\s*\(/, "ask the injected Clock"],
  [/\bSELECT \*/, "list the columns by name"],
  [/<boost\/(asio|beast)\.hpp>/, "include the narrow header"],
  [/\bBOOST_ASIO_DISABLE_CONCEPTS\b/, "not needed with Boost 1.81"],
  [/\bstd::(stoi|stol|stoull|atoi|strtod)\b/, "use std::from_chars"],
  [/\b(printf|puts)\s*\(/, "log through base/log, or print with fmt"],
];
/** The one implementation of a port may call what the others may not. */
const exempt = { "server/base/system_clock.cpp": /Clock/, "server/base/check.cpp": /base\/log/ };

export function bannedCallsAreAbsent({ path, text }) {
  if (!isProduction(path)) return [];
  return bans
    .filter(([, message]) => !exempt[path]?.test(message))
    .flatMap(([pattern, message]) => matches(text, pattern, message));
}

export function headersAreGuarded({ path, text }) {
  if (!path.endsWith(".hpp")) return [];
  const found = [];
  if (!text.includes("#pragma once")) found.push({ line: 1, message: "begin with #pragma once" });
  return [...found, ...matches(text, /^\s*using namespace\b/, "no using namespace in a header: name what you use")];
}

export function licenceIsStated({ path, text }) {
  if (!/\.(cpp|hpp|mjs|ts|tsx|sql|css)$/.test(path)) return [];
  const stated = text.split("\n").slice(0, 3).some((line) => line.includes("SPDX-License-Identifier: Apache-2.0"));
  return stated ? [] : [{ line: 1, message: "begin with the SPDX line of Apache-2.0" }];
}

const lineCharacters = 100;
const fileLines = 500;
const functionLines = 70;

/** An aligned table, set between clang-format off and on, may be as wide as it needs. */
export function linesFit({ path, text }) {
  if (!isCpp(path)) return [];
  const found = [];
  let isTable = false;
  for (const [line, content] of lines(text)) {
    if (content.includes("clang-format o")) isTable = content.includes("clang-format off");
    if ([...content].length > lineCharacters && !isTable)
      found.push({ line, message: `over ${lineCharacters} characters: break it` });
  }
  return found;
}

export function filesAreSmall({ path, text }) {
  if (!/\.(cpp|hpp|mjs|ts|tsx|css)$/.test(path)) return [];
  const count = text.split("\n").length - 1;
  return count > fileLines ? [{ line: count, message: `${count} lines, ${fileLines} at most: one job each` }] : [];
}

/** clang-format puts a function's closing brace in column 0, or 4 in a class. */
export function functionsAreShort({ path, text }) {
  if (!isCpp(path) || path.startsWith("tests/")) return [];
  const found = [];
  let start = 0;
  for (const [line, content] of lines(text)) {
    if (/^[A-Za-z].*\)( const)?( noexcept)?( override)? \{$/.test(content) || /^\s+.*\)( const)? : .*\{$/.test(content)) start = line;
    if (content === "}" && start > 0) {
      if (line - start + 1 > functionLines)
        found.push({ line: start, message: `a function of ${line - start + 1} lines, ${functionLines} at most` });
      start = 0;
    }
  }
  return found;
}

export function nothingIsLeftOver({ path, text }) {
  if (path.startsWith("docs/") || path.startsWith("tests/tidy/")) return [];
  return [...lines(text)]
    .filter(([, content]) => /\b(TODO|FIXME|XXX|HACK)\b/.test(content))
    .map(([line]) => ({ line, message: "finish it or file an issue" }));
}

export function namesAreJobs({ path }) {
  const bad = path.match(/(^|[/_])(utils?|helpers?|managers?|misc|common)([/._]|$)/);
  return bad ? [{ line: 1, message: `"${bad[2]}" names no job: name the file after what it does` }] : [];
}

export function pagesHaveATitle({ path, text }) {
  if (!path.endsWith(".md") || path.startsWith("sync/packs/") && !path.endsWith("README.md")) return [];
  const titles = text.replace(/```[\s\S]*?```/g, "").split("\n").filter((line) => /^# /.test(line));
  return titles.length === 1 ? [] : [{ line: 1, message: "one Markdown page, one # title" }];
}

export const fileRules = [
  includesPointDown, coroutinesStayInHttp, coroutineFormsAreSafe, bannedCallsAreAbsent,
  headersAreGuarded, licenceIsStated, linesFit, filesAreSmall, functionsAreShort,
  nothingIsLeftOver, namesAreJobs, pagesHaveATitle,
];

/** A source that no CMakeLists.txt names is dead. */
export function everySourceIsBuilt(files) {
  const lists = files.filter(({ path }) => path.endsWith("CMakeLists.txt"));
  return files
    .filter(({ path }) => path.endsWith(".cpp"))
    .filter(({ path }) => {
      const list = lists
        .filter((candidate) => path.startsWith(candidate.path.replace(/CMakeLists\.txt$/, "")))
        .some(({ text, path: at }) => text.includes(path.slice(at.length - "CMakeLists.txt".length)));
      return !list;
    })
    .map(({ path }) => ({ path, line: 1, message: "no CMakeLists.txt names it: build it or remove it" }));
}

/** A header that nobody includes is dead. */
export function everyHeaderIsIncluded(files) {
  const all = files.filter(({ path }) => isCpp(path)).map(({ text }) => text).join("\n");
  return files
    .filter(({ path }) => path.endsWith(".hpp") && /^(server|sync|tests)\//.test(path))
    .filter(({ path }) => !all.includes(`"${path.replace(/^(server|sync|tests)\//, "")}"`))
    .map(({ path }) => ({ path, line: 1, message: "nobody includes it: use it or remove it" }));
}

export const treeRules = [everySourceIsBuilt, everyHeaderIsIncluded];
