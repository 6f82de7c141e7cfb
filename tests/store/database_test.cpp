// SPDX-License-Identifier: Apache-2.0
#include "sqlite/database.hpp"

#include "base/file.hpp"
#include "support/catch.hpp"
#include "support/temp_dir.hpp"

using namespace preau;
using sqlite::Database;
using sqlite::Schema;

namespace {

constexpr std::string_view kOne[] = {"CREATE TABLE fact (id INTEGER PRIMARY KEY) STRICT;"};
constexpr std::string_view kTwo[] = {kOne[0], "ALTER TABLE fact ADD COLUMN note TEXT;"};
constexpr std::string_view kBroken[] = {kOne[0], "CREATE TABLE other (id);", "CREATE NONSENSE;"};

Schema schema_of(std::span<const std::string_view> migrations, std::int64_t application_id = 77) {
    return {"toy", application_id, kOne[0], migrations,
            [](sqlite::Connection&) { return std::string(); }};
}

std::string refusal(const std::string& path, const Schema& schema) {
    auto database = Database::open(path, schema);
    REQUIRE_FALSE(database);
    return database.error().message;
}

bool contains(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a database of another program is refused") {
    const test::TempDir dir;
    { REQUIRE(Database::open(dir.file("a.db"), schema_of(kOne, 78))); }
    CHECK(contains(refusal(dir.file("a.db"), schema_of(kOne)), "is no toy of Préau"));
}

TEST_CASE("a database of a newer version is refused, and says which") {
    const test::TempDir dir;
    { REQUIRE(Database::open(dir.file("a.db"), schema_of(kTwo))); }
    const auto message = refusal(dir.file("a.db"), schema_of(kOne));
    CHECK(contains(message, dir.file("a.db")));
    CHECK(contains(message, "newer version of Préau (its version 2, ours 1)"));
}

TEST_CASE("a migration that fails leaves the database at its version") {
    const test::TempDir dir;
    { REQUIRE(Database::open(dir.file("a.db"), schema_of(kOne))); }
    CHECK(contains(refusal(dir.file("a.db"), schema_of(kBroken)), "from version 1 to 3"));
    auto database = Database::open(dir.file("a.db"), schema_of(kOne));
    REQUIRE(database);
    CHECK(*database->connection().integer("SELECT count(*) FROM sqlite_schema") == 1);
}

TEST_CASE("an older database is brought to today's version") {
    const test::TempDir dir;
    { REQUIRE(Database::open(dir.file("a.db"), schema_of(kOne))); }
    auto database = Database::open(dir.file("a.db"), schema_of(kTwo));
    REQUIRE(database);
    CHECK(*database->connection().user_version() == 2);
    CHECK(database->connection().execute("INSERT INTO fact (id, note) VALUES (1, 'a')"));
}

TEST_CASE("a second owner of the same file is refused at once") {
    const test::TempDir dir;
    auto first = Database::open(dir.file("a.db"), schema_of(kOne));
    REQUIRE(first);
    CHECK(contains(refusal(dir.file("a.db"), schema_of(kOne)), "another program holds"));
}

TEST_CASE("a file that is no database is refused and left alone") {
    const test::TempDir dir;
    const std::string text(5000, 'x');
    REQUIRE(write_file(dir.file("a.db"), as_bytes(text)));
    CHECK(contains(refusal(dir.file("a.db"), schema_of(kOne)), "is not a database"));
    CHECK(as_text(*read_file(dir.file("a.db"), 10'000)) == text);
}
