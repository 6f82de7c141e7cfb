// SPDX-License-Identifier: Apache-2.0
#include "store/schema.hpp"

#include "store/journal.hpp"
#include "support/catch.hpp"
#include "support/temp_dir.hpp"

using namespace preau;

namespace {

std::vector<std::string> objects(sqlite::Connection& connection) {
    auto query = connection.prepare(
        "SELECT type || ' ' || name || ' ' || tbl_name || ' ' || coalesce(sql, '') "
        "FROM sqlite_schema ORDER BY type, name");
    REQUIRE(query);
    std::vector<std::string> rows;
    while (*query->next()) rows.push_back(query->text(0));
    return rows;
}

sqlite::Connection open_new(const std::string& path) {
    auto connection = sqlite::Connection::open(path, sqlite::Access::read_write);
    REQUIRE(connection);
    return std::move(*connection);
}

}  // namespace

TEST_CASE("today's tables and all migrations make the same database") {
    for (const auto* schema : {&store::journal_schema(), &store::convenience_schema()}) {
        const test::TempDir dir;
        auto today = open_new(dir.file("today.db"));
        auto migrated = open_new(dir.file("migrated.db"));
        REQUIRE(sqlite::migrate(today, *schema));
        REQUIRE(sqlite::apply_migrations(migrated, *schema, 0));
        CHECK(objects(today) == objects(migrated));
        CHECK_FALSE(objects(today).empty());
        CHECK(*today.user_version() == *migrated.user_version());
    }
}

TEST_CASE("a journal of a newer version is refused and not touched") {
    const test::TempDir dir;
    const auto path = dir.file("box.db");
    { REQUIRE(store::Journal::open(path)); }
    { REQUIRE(open_new(path).set_user_version(store::journal_schema().version() + 1)); }
    const auto journal = store::Journal::open(path);
    REQUIRE_FALSE(journal);
    CHECK(journal.error().message.find("newer version of Préau") != std::string::npos);
    CHECK(*open_new(path).user_version() == store::journal_schema().version() + 1);
}
