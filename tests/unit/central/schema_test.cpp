// SPDX-License-Identifier: Apache-2.0
#include "central/schema.hpp"

#include "support/catch.hpp"
#include "support/temp_dir.hpp"

using namespace preau;

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

}  // namespace

TEST_CASE("the migrations lead to today's tables of the platform") {
    const test::TempDir folder;
    auto today = empty(folder, "today.db");
    auto migrated = empty(folder, "migrated.db");
    REQUIRE(sqlite::migrate(today, central::central_schema()));
    REQUIRE(sqlite::apply_migrations(migrated, central::central_schema(), 0));
    CHECK(objects(today).size() > 10);
    CHECK(objects(today) == objects(migrated));
}

TEST_CASE("nothing that the platform was given can be changed or forgotten") {
    const test::TempDir folder;
    auto register_of_platform = empty(folder, "central.db");
    REQUIRE(sqlite::migrate(register_of_platform, central::central_schema()));
    REQUIRE(register_of_platform.execute(
        "INSERT INTO box VALUES ('BOX', zeroblob(32), 1);"
        "INSERT INTO authorisation VALUES (zeroblob(16), '1', '{}', x'', 1);"
        "INSERT INTO bundle VALUES (zeroblob(32), 1, 1, zeroblob(16), 'BOX', 'accepted', '', '');"
        "INSERT INTO exam_session VALUES (zeroblob(16), zeroblob(32), 1, 1, zeroblob(32), 1);"
        "INSERT INTO event VALUES (zeroblob(16), 0, zeroblob(128), zeroblob(32), zeroblob(16), "
        "x'61');"
        "INSERT INTO receipt VALUES (zeroblob(16), 'note', 1);"
        "INSERT INTO ingest_log VALUES (1, 1, zeroblob(32), 'accepted', '');"));
    for (const auto* act :
         {"DELETE FROM bundle", "DELETE FROM event", "DELETE FROM ingest_log",
          "UPDATE event SET header = randomblob(128)", "UPDATE event SET payload = x'00'",
          "UPDATE receipt SET note = 'other'", "UPDATE ingest_log SET code = 'refused'",
          "INSERT OR REPLACE INTO event VALUES (zeroblob(16), 0, randomblob(128), zeroblob(32), "
          "zeroblob(16), x'62')"}) {
        INFO(act);
        CHECK_FALSE(register_of_platform.execute(act));
    }
    CHECK(register_of_platform.execute("UPDATE event SET payload = NULL, salt = NULL"));
}
