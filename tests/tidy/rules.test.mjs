// SPDX-License-Identifier: Apache-2.0
// The rules themselves are tested: each must see its fault and leave good code alone.

import assert from "node:assert/strict";
import { test } from "node:test";
import * as rules from "./rules.mjs";

const cpp = (path, ...body) => ({ path, text: ["// SPDX-License-Identifier: Apache-2.0", ...body, ""].join("\n") });
const sees = (rule, file) => assert.ok(rule(file).length > 0, `${rule.name} overlooks ${file.text}`);
const accepts = (rule, file) => assert.deepEqual(rule(file), []);

test("an include that points up is seen, one that points down is not", () => {
  sees(rules.includesPointDown, cpp("server/exam/a.cpp", '#include "seal/keys.hpp"'));
  accepts(rules.includesPointDown, cpp("server/exam/a.cpp", '#include "adaptive/item.hpp"', "#include <vector>"));
});

test("the exam may not know sync, nor sync the room", () => {
  sees(rules.includesPointDown, cpp("server/api/a.cpp", '#include "central/ingest.hpp"'));
  sees(rules.includesPointDown, cpp("sync/central/a.cpp", '#include "room/room.hpp"'));
});

test("a library is used in its own folder only", () => {
  sees(rules.includesPointDown, cpp("server/store/a.cpp", "#include <sqlite3.h>"));
  sees(rules.includesPointDown, cpp("server/exam/a.cpp", "#include <boost/json/value.hpp>"));
  accepts(rules.includesPointDown, cpp("server/sqlite/a.cpp", "#include <sqlite3.h>"));
});

test("the api knows of http only the message", () => {
  sees(rules.includesPointDown, cpp("server/api/a.cpp", '#include "http/server.hpp"'));
  accepts(rules.includesPointDown, cpp("server/api/a.cpp", '#include "http/message.hpp"'));
});

test("a folder that the table forgets is seen", () => {
  sees(rules.includesPointDown, cpp("server/new/a.cpp", "int x;"));
});

test("co_await outside server/http is seen", () => {
  sees(rules.coroutinesStayInHttp, cpp("server/api/a.cpp", "co_await x;"));
  accepts(rules.coroutinesStayInHttp, cpp("server/http/a.cpp", "co_await x;"));
});

test("the coroutine forms that g++ 12 breaks are seen", () => {
  sees(rules.coroutineFormsAreSafe, cpp("server/http/a.cpp", 'co_await send(Options{"a", 1});'));
  sees(rules.coroutineFormsAreSafe, cpp("server/http/a.cpp", 'co_await send({.name = "a"});'));
  sees(rules.coroutineFormsAreSafe, cpp("server/http/a.cpp", "co_await run([p = std::move(p)] { p(); });"));
  accepts(rules.coroutineFormsAreSafe, cpp("server/http/a.cpp", "co_await send(std::move(options));"));
});

test("banned calls are seen with their replacement, comments are not code", () => {
  const found = rules.bannedCallsAreAbsent(cpp("server/room/a.cpp", "auto t = std::chrono::system_clock::now();"));
  assert.match(found[0].message, /Clock/);
  accepts(rules.bannedCallsAreAbsent, cpp("server/room/a.cpp", "// not rand()"));
});

test("long lines, long files and long functions are seen", () => {
  sees(rules.linesFit, cpp("server/a/a.cpp", "x".repeat(101)));
  sees(rules.filesAreSmall, cpp("server/a/a.cpp", ...Array(501).fill("")));
  sees(rules.functionsAreShort, cpp("server/a/a.cpp", "void f(int x) {", ...Array(70).fill("    x;"), "}"));
  accepts(rules.functionsAreShort, cpp("server/a/a.cpp", "void f(int x) {", "    x;", "}"));
});

test("a header without guard, a using namespace, a missing licence, a left-over mark are seen", () => {
  sees(rules.headersAreGuarded, cpp("server/a/a.hpp", "int x;"));
  sees(rules.headersAreGuarded, cpp("server/a/a.hpp", "#pragma once", "using namespace std;"));
  sees(rules.licenceIsStated, { path: "server/a/a.hpp", text: "#pragma once\n" });
  sees(rules.nothingIsLeftOver, cpp("server/a/a.cpp", "// TODO later"));
});

test("a file named after no job is seen", () => {
  sees(rules.namesAreJobs, cpp("server/a/string_utils.cpp"));
  accepts(rules.namesAreJobs, cpp("server/a/header.cpp"));
});

test("a source that no list names and a header that nobody includes are dead", () => {
  const list = { path: "server/a/CMakeLists.txt", text: "preau_library(preau_a SOURCES used.cpp)" };
  const dead = rules.everySourceIsBuilt([list, cpp("server/a/used.cpp"), cpp("server/a/dead.cpp")]);
  assert.deepEqual(dead.map(({ path }) => path), ["server/a/dead.cpp"]);
  const alone = rules.everyHeaderIsIncluded([cpp("server/a/used.cpp", '#include "a/b.hpp"'), cpp("server/a/b.hpp"), cpp("server/a/c.hpp")]);
  assert.deepEqual(alone.map(({ path }) => path), ["server/a/c.hpp"]);
});
