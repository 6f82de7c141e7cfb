// SPDX-License-Identifier: Apache-2.0
#include "central/schema.hpp"

#include "sqlite/database.hpp"
#include "support/catch.hpp"
#include "support/temp_dir.hpp"

using namespace preau;
using central::central_schema;
using central::sql::Engine;
using central::sql::text_for;

namespace {

/// Every table, column, index and trigger, in words.
std::vector<std::string> objects(sqlite::Connection& connection) {
    auto query = connection.prepare(
        "SELECT type || ' ' || name || ': ' || coalesce(sql, '') FROM sqlite_schema "
        "ORDER BY type, name");
    std::vector<std::string> all;
    while (query->next().value()) all.push_back(query->text(0));
    return all;
}

sqlite::Connection empty(const test::TempDir& folder, const std::string& name) {
    auto connection = sqlite::Connection::open(folder.file(name), sqlite::Access::read_write);
    REQUIRE(connection);
    return std::move(*connection);
}

std::string first_version() {
    return text_for(Engine::sqlite, central_schema().migrations.front());
}

constexpr char kHeld[] =
    "INSERT INTO box VALUES ('BOX', zeroblob(32), 1);"
    "INSERT INTO authorisation VALUES (zeroblob(16), '1', '{}', x'', 1);"
    "INSERT INTO bundle VALUES (zeroblob(32), 1, 1, zeroblob(16), 'BOX', 'accepted', '', '');"
    "INSERT INTO exam_session VALUES (zeroblob(16), zeroblob(32), 1, 1, zeroblob(32), 1);"
    "INSERT INTO event VALUES (zeroblob(16), 0, zeroblob(128), zeroblob(32), zeroblob(16), x'61');"
    "INSERT INTO receipt VALUES (zeroblob(16), 'note', 1);"
    "INSERT INTO ingest_log VALUES (1, 1, zeroblob(32), 'accepted', 'a \"quoted\" word');";

}  // namespace

TEST_CASE("the migrations lead to today's tables of the platform, and lose nothing on the way") {
    const test::TempDir folder;
    auto today = empty(folder, "today.db");
    auto migrated = empty(folder, "migrated.db");
    REQUIRE(today.execute(text_for(Engine::sqlite, central_schema().current)));
    REQUIRE(migrated.execute(first_version()));
    REQUIRE(migrated.execute(kHeld));
    REQUIRE(migrated.execute(text_for(Engine::sqlite, central_schema().migrations.at(1))));
    CHECK(objects(today).size() > 20);
    CHECK(objects(today) == objects(migrated));
    for (const auto* table : {"box", "authorisation", "bundle", "exam_session", "event", "receipt",
                              "ingest_log", "ingest_log_waiting"}) {
        INFO(table);
        CHECK(migrated.integer(std::string("SELECT count(*) FROM ") + table).value() == 1);
    }
    CHECK(migrated.integer("SELECT json_valid(line) FROM ingest_log").value() == 1);
}

TEST_CASE("nothing that the platform was given can be changed or forgotten") {
    const test::TempDir folder;
    auto held = empty(folder, "central.db");
    REQUIRE(held.execute(first_version()));
    REQUIRE(held.execute(kHeld));
    REQUIRE(held.execute(text_for(Engine::sqlite, central_schema().migrations.at(1))));
    REQUIRE(
        held.execute("INSERT INTO ingest_log_leaf VALUES (0, zeroblob(16), zeroblob(32));"
                     "INSERT INTO fork_evidence VALUES (zeroblob(16), zeroblob(32), 1, x'', "
                     "zeroblob(32), 1);"));
    for (const auto* act :
         {"DELETE FROM bundle", "DELETE FROM event", "DELETE FROM ingest_log",
          "DELETE FROM ingest_log_leaf", "DELETE FROM fork_evidence",
          "UPDATE event SET header = randomblob(128)", "UPDATE event SET payload = x'00'",
          "UPDATE receipt SET note = 'other'", "UPDATE ingest_log SET line = '{}'",
          "UPDATE ingest_log_leaf SET leaf = randomblob(32)",
          "INSERT OR REPLACE INTO event VALUES (zeroblob(16), 0, randomblob(128), zeroblob(32), "
          "zeroblob(16), x'62')"}) {
        INFO(act);
        CHECK_FALSE(held.execute(act));
    }
    CHECK(held.execute("UPDATE event SET payload = NULL, salt = NULL"));
}
