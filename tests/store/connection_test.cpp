// SPDX-License-Identifier: Apache-2.0
#include "sqlite/connection.hpp"

#include "sqlite/transaction.hpp"
#include "support/catch.hpp"
#include "support/temp_dir.hpp"

#include <filesystem>

using namespace preau;
using sqlite::Access;
using sqlite::Connection;

namespace {

Connection open_new(const std::string& path) {
    auto connection = Connection::open(path, Access::read_write);
    REQUIRE(connection);
    REQUIRE(connection->use_wal());
    REQUIRE(connection->execute("CREATE TABLE fact (id INTEGER PRIMARY KEY, note TEXT NOT NULL)"));
    return std::move(*connection);
}

std::int64_t count(Connection& connection) {
    return *connection.integer("SELECT count(*) FROM fact");
}

}  // namespace

TEST_CASE("a text in double quotes is an unknown column, not a string") {
    const test::TempDir dir;
    auto connection = open_new(dir.file("a.db"));
    CHECK_FALSE(connection.prepare("SELECT \"abc\""));
}

TEST_CASE("what the library reports carries its extended code") {
    const test::TempDir dir;
    auto connection = open_new(dir.file("a.db"));
    REQUIRE(connection.execute("INSERT INTO fact (id, note) VALUES (1, 'a')"));
    const auto twice = connection.execute("INSERT INTO fact (id, note) VALUES (1, 'b')");
    REQUIRE_FALSE(twice);
    CHECK(twice.error().kind == ErrorKind::malformed);
    CHECK(twice.error().message.find("1555") != std::string::npos);  // CONSTRAINT_PRIMARYKEY
}

TEST_CASE("a scope that is left without commit writes nothing") {
    const test::TempDir dir;
    auto connection = open_new(dir.file("a.db"));
    {
        auto transaction = sqlite::Transaction::begin(connection);
        REQUIRE(transaction);
        REQUIRE(connection.execute("INSERT INTO fact (id, note) VALUES (1, 'a')"));
    }
    CHECK(count(connection) == 0);
    CHECK_FALSE(connection.in_transaction());
}

TEST_CASE("the wrapper keeps durable settings") {
    const test::TempDir dir;
    auto connection = open_new(dir.file("a.db"));
    CHECK(*connection.integer("PRAGMA synchronous") == 2);
    CHECK(*connection.integer("PRAGMA wal_autocheckpoint") == 0);
    CHECK(*connection.integer("PRAGMA foreign_keys") == 1);
    CHECK(*connection.integer("PRAGMA recursive_triggers") == 1);
    CHECK(*connection.integer("PRAGMA cell_size_check") == 1);
    CHECK(*connection.integer("PRAGMA trusted_schema") == 0);
    CHECK(*connection.integer("PRAGMA secure_delete") == 1);
    CHECK(*connection.integer("PRAGMA mmap_size") == 0);
}

TEST_CASE("every kind of value is read back as it was bound") {
    const test::TempDir dir;
    auto connection = open_new(dir.file("a.db"));
    const std::string text("a\0é", 4);
    const Bytes blob{0, 255, 7};
    auto query = connection.prepare("SELECT ?, ?, ?, ?, ?");
    REQUIRE(query);
    query->bind(std::int64_t{-5}, text, blob, std::string_view{}, Bytes{});
    REQUIRE(*query->next());
    CHECK(query->integer(0) == -5);
    CHECK(query->text(1) == text);
    CHECK(to_bytes(query->blob(2)) == blob);
    CHECK_FALSE(query->is_null(3));
    CHECK_FALSE(query->is_null(4));
    CHECK(query->blob(4).empty());
    CHECK_FALSE(*query->next());
}

TEST_CASE("only checkpoint() moves the log into the database file") {
    const test::TempDir dir;
    const auto path = dir.file("a.db");
    const auto log_bytes = [&] { return std::filesystem::file_size(path + "-wal"); };
    {
        auto writer = open_new(path);
        for (int i = 0; i < 3000; ++i)
            REQUIRE(writer.execute("INSERT INTO fact (note) VALUES (hex(zeroblob(500)))"));
        CHECK(log_bytes() > 1000u * 4096u);  // SQLite by itself would have copied it by now
        CHECK(static_cast<std::uintmax_t>(writer.wal_bytes()) == log_bytes());
    }
    const auto left_by_writer = log_bytes();
    {
        auto reader = Connection::open(path, Access::read_only);
        REQUIRE(reader);
        CHECK(count(*reader) == 3000);
        CHECK_FALSE(reader->execute("DELETE FROM fact"));
    }
    CHECK(log_bytes() == left_by_writer);
    auto writer = Connection::open(path, Access::read_write);
    REQUIRE(writer);
    REQUIRE(writer->use_wal());
    REQUIRE(writer->checkpoint(sqlite::LogFile::emptied));
    CHECK(log_bytes() == 0);
    CHECK(count(*writer) == 3000);
}
