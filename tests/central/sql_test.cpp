// SPDX-License-Identifier: Apache-2.0
#include "central/postgresql.hpp"
#include "central/sql/open.hpp"
#include "support/catch.hpp"
#include "support/temp_dir.hpp"

#include <atomic>
#include <thread>

using namespace preau;
namespace sql = central::sql;

namespace {

sql::Schema schema_of(std::vector<sql::Step> migrations) {
    return {.name = "test",
            .application_id = 0x5445'5354,
            .current = {{{},
                         "CREATE TABLE thing (id BIGINT NOT NULL PRIMARY KEY, name TEXT, "
                         "bytes BYTEA CHECK (length(bytes) < 10));"},
                        {sql::Engine::sqlite, "CREATE TABLE only_here (id BIGINT);"},
                        {sql::Engine::postgresql, "CREATE TABLE only_there (id BIGINT);"}},
            .migrations = std::move(migrations),
            .first_damage = [](sqlite::Connection&) { return std::string(); }};
}

const sql::Schema kFirst = schema_of({{{{}, "CREATE TABLE thing (id BIGINT);"}}});

/// A database of each engine, made the first time.
struct Databases {
    test::TempDir folder;
    std::string sqlite = "sqlite:" + folder.file("a.db");
    std::string postgresql = test::Postgresql::shared().make_database();
};

std::unique_ptr<sql::Connection> opened(const std::string& url,
                                        const sql::Schema& schema = kFirst) {
    auto connection = sql::open(url, schema);
    if (!connection) FAIL(connection.error().message);
    return std::move(*connection);
}

constexpr char kAdd[] = "INSERT INTO thing (id, name, bytes) VALUES ($1, $2, $3)";
constexpr char kCount[] = "SELECT count(id) FROM thing";

}  // namespace

TEST_CASE("an address that names no engine, no file or no server is refused") {
    for (const auto* url :
         {"", "sqlite:", "mysql://x", "sqlite:/nowhere/at/all.db", "postgresql:///x?host=/nowhere"})
        CHECK_FALSE(sql::open(url, kFirst));
}

TEST_CASE("both engines refuse the same rows, and go on") {
    const Databases databases;
    for (const auto& url : {databases.sqlite, databases.postgresql}) {
        INFO(url);
        auto connection = opened(url);
        REQUIRE(connection->run(kAdd, 1, "a", Bytes{1}));
        const auto twice = connection->run(kAdd, 1, "b", Bytes{2});
        REQUIRE_FALSE(twice);
        CHECK(twice.error().kind == ErrorKind::malformed);
        const auto broken = connection->run(kAdd, 2, "b", Bytes(10, 0));
        REQUIRE_FALSE(broken);
        CHECK(broken.error().kind == ErrorKind::malformed);
        CHECK_FALSE(connection->has_failed());
        CHECK(connection->query(kCount).value()[0].integer(0) == 1);
    }
}

TEST_CASE("what is written comes back: numbers, texts, bytes, and nothing at all") {
    const Databases databases;
    for (const auto& url : {databases.sqlite, databases.postgresql}) {
        INFO(url);
        auto connection = opened(url);
        const std::string name = "$1 d’été, 'quoted'";
        REQUIRE(connection->run(kAdd, -5, name, Bytes{0, 255}).value() == 1);
        REQUIRE(connection->run(kAdd, std::int64_t{1} << 62, "", Bytes()));
        REQUIRE(connection->run(kAdd, 0, std::monostate(), std::monostate()));
        const auto rows =
            connection->query("SELECT id, name, bytes, '$1' FROM thing ORDER BY id").value();
        REQUIRE(rows.size() == 3);
        CHECK(rows[0].integer(0) == -5);
        CHECK(rows[0].text(1) == name);
        CHECK(to_bytes(rows[0].blob(2)) == Bytes{0, 255});
        CHECK(rows[0].text(3) == "$1");
        CHECK(rows[1].is_null(1));
        CHECK(rows[1].is_null(2));
        CHECK(rows[2].integer(0) == std::int64_t{1} << 62);
        CHECK(rows[2].text(1).empty());
        CHECK(rows[2].blob(2).empty());
        CHECK(connection->run("UPDATE thing SET name = $2 WHERE id = $1", 0, "x").value() == 1);
        CHECK(connection->run("DELETE FROM thing WHERE id < $1", 100).value() == 2);
    }
}

TEST_CASE("a scope that does not commit leaves nothing, also of a copy") {
    const Databases databases;
    for (const auto& url : {databases.sqlite, databases.postgresql}) {
        INFO(url);
        auto connection = opened(url);
        {
            auto transaction = sql::Transaction::begin(*connection);
            REQUIRE(transaction);
            REQUIRE(connection->run(kAdd, 1, "a", Bytes{1}));
        }
        CHECK(connection->query(kCount).value()[0].integer(0) == 0);
        const std::string_view columns[] = {"id", "name", "bytes"};
        const auto copy = [&](std::int64_t first, std::size_t rows) {
            return sql::in_transaction(*connection, [&] {
                return connection->copy("thing", columns, rows,
                                        [&](std::size_t row, std::span<sql::Value> values) {
                                            values[0] = first + static_cast<std::int64_t>(row);
                                            values[1] = "name";
                                            if (row % 2 == 0) values[2] = sql::Value();
                                        });
            });
        };
        REQUIRE(copy(0, 20'000));
        CHECK(connection->query(kCount).value()[0].integer(0) == 20'000);
        CHECK_FALSE(copy(19'999, 2));  // the first is there already
        CHECK(connection->query(kCount).value()[0].integer(0) == 20'000);
    }
}

TEST_CASE("a database of a newer version is refused, by writers and by readers") {
    const Databases databases;
    for (const auto& url : {databases.sqlite, databases.postgresql}) {
        INFO(url);
        const auto newer = schema_of({{{{}, ""}}, {{{}, "ALTER TABLE thing ADD more BIGINT;"}}});
        CHECK_FALSE(sql::open_reader(url, kFirst));  // no tables at all
        opened(url, newer);
        CHECK_FALSE(sql::open(url, kFirst));
        CHECK_FALSE(sql::open_reader(url, kFirst));
        CHECK(sql::open(url, newer));
    }
}

TEST_CASE("an older database is brought to today's tables, by writers only") {
    const Databases databases;
    for (const auto& url : {databases.sqlite, databases.postgresql}) {
        INFO(url);
        opened(url, schema_of({{{{}, ""}}}));
        const auto newer = schema_of({{{{}, ""}}, {{{}, "ALTER TABLE thing ADD more BIGINT;"}}});
        CHECK_FALSE(sql::open_reader(url, newer));
        auto connection = opened(url, newer);
        CHECK(connection->query("SELECT more FROM thing"));
        CHECK(sql::open_reader(url, newer));
    }
}

TEST_CASE("who opens to read writes nothing") {
    const Databases databases;
    for (const auto& url : {databases.sqlite, databases.postgresql}) {
        INFO(url);
        auto writer = opened(url);
        REQUIRE(writer->run(kAdd, 1, "a", Bytes{1}));
        auto reader = sql::open_reader(url, kFirst);
        REQUIRE(reader);
        CHECK_FALSE((*reader)->run(kAdd, 2, "b", Bytes{2}));
        CHECK((*reader)->query(kCount).value()[0].integer(0) == 1);
    }
}

TEST_CASE("many open one empty PostgreSQL database at once: its tables are made once") {
    const auto url = test::Postgresql::shared().make_database();
    std::vector<std::thread> threads;
    std::atomic<int> count = 0;
    for (int i = 0; i < 12; ++i)
        threads.emplace_back([&] { count += sql::open(url, kFirst) ? 1 : 0; });
    for (auto& thread : threads) thread.join();
    CHECK(count == 12);
}

TEST_CASE("two transactions in each other's way both succeed in the end") {
    const auto url = test::Postgresql::shared().make_database();
    auto first = opened(url), second = opened(url);
    REQUIRE(first->run(kAdd, 1, "a", Bytes{1}));
    REQUIRE(first->run(kAdd, 2, "b", Bytes{1}));
    // Each takes the rows in the other order: one of them is the deadlock's victim, and tries
    // again.
    const auto both = [](sql::Connection& connection, int one, int other) {
        return sql::in_transaction(connection, [&]() -> Result<void> {
            for (const int id : {one, other}) {
                auto set = connection.run("UPDATE thing SET name = 'z' WHERE id = $1", id);
                if (!set) return fail(set.error());
                if (auto waits = connection.query("SELECT CAST(pg_sleep(0.2) AS TEXT)"); !waits)
                    return fail(waits.error());
            }
            return {};
        });
    };
    Result<void> one, other;
    std::thread beside([&] { one = both(*first, 1, 2); });
    other = both(*second, 2, 1);
    beside.join();
    CHECK(one);
    CHECK(other);
}

TEST_CASE("a server that goes away is an error of the environment, and a new connection works") {
    const auto url = test::Postgresql::shared().make_database();
    auto connection = opened(url);
    test::Postgresql::shared().cut_connections();
    const auto asked = connection->query(kCount);
    REQUIRE_FALSE(asked);
    CHECK(asked.error().kind == ErrorKind::environment);
    CHECK(connection->has_failed());
    CHECK(opened(url)->query(kCount));
}
