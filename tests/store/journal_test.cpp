// SPDX-License-Identifier: Apache-2.0
#include "store/journal.hpp"

#include "store/rows.hpp"
#include "support/catch.hpp"
#include "support/temp_dir.hpp"

using namespace preau;
using store::Journal;
using test::contains;
using test::entry_of;
using test::session_row;

namespace {

Journal open(const std::string& path) {
    auto journal = Journal::open(path);
    REQUIRE(journal);
    return std::move(*journal);
}

/// A journal with one session of three records.
Journal open_with_records(const std::string& path) {
    auto journal = open(path);
    const auto row = session_row(1);
    REQUIRE(journal.add_session(row));
    for (std::uint64_t n = 0; n < 3; ++n) {
        const store::Staged staged{row.id, entry_of(row.id, n)};
        REQUIRE(journal.append({&staged, 1}));
    }
    return journal;
}

/// Runs SQL on the same file beside the journal's object, as a careless person would.
Result<void> meddle(const std::string& path, const std::string& sql) {
    auto connection = sqlite::Connection::open(path, sqlite::Access::read_write);
    REQUIRE(connection);
    return connection->execute(sql);
}

}  // namespace

TEST_CASE("a record out of turn is refused, and so is every call after it") {
    const test::TempDir dir;
    auto journal = open_with_records(dir.file("box.db"));
    const auto row = session_row(1);
    const store::Staged staged[] = {{row.id, entry_of(row.id, 3)}, {row.id, entry_of(row.id, 5)}};
    const auto gap = journal.append(staged);
    REQUIRE_FALSE(gap);
    CHECK(contains(gap.error().message, "only takes its next record"));
    CHECK(contains(journal.load(row.id).error().message, "stopped at an earlier failure"));
    CHECK_FALSE(journal.add_session(session_row(2)));
    CHECK_FALSE(journal.append({staged, 1}));
    CHECK_FALSE(journal.close());
}

TEST_CASE("a transaction that fails leaves none of its records") {
    const test::TempDir dir;
    const auto row = session_row(1);
    {
        auto journal = open_with_records(dir.file("box.db"));
        const store::Staged staged[] = {{row.id, entry_of(row.id, 3)},
                                        {row.id, entry_of(row.id, 3)}};
        REQUIRE_FALSE(journal.append(staged));
    }
    CHECK(open(dir.file("box.db")).load(row.id)->size() == 3);
}

TEST_CASE("a record of a session that the box does not have is refused") {
    const test::TempDir dir;
    auto journal = open(dir.file("box.db"));
    const store::Staged staged{session_row(1).id, entry_of(session_row(1).id, 0)};
    CHECK_FALSE(journal.append({&staged, 1}));
}

TEST_CASE("a session that is there already is refused, and the journal goes on") {
    const test::TempDir dir;
    auto journal = open(dir.file("box.db"));
    auto same_number = session_row(2);
    same_number.number = session_row(1).number;
    REQUIRE(journal.add_session(session_row(1)));
    CHECK(journal.add_session(session_row(1)).error().kind == ErrorKind::malformed);
    CHECK(journal.add_session(same_number).error().kind == ErrorKind::malformed);
    CHECK(journal.add_session(session_row(2)));
}

TEST_CASE("a session whose first record does not fit is not added") {
    const test::TempDir dir;
    const auto row = session_row(1);
    {
        auto journal = open(dir.file("box.db"));
        const record::Entry late[] = {entry_of(row.id, 1)};
        REQUIRE_FALSE(journal.add_session(row, late));
        CHECK(journal.sessions()->empty());
        const record::Entry first[] = {entry_of(row.id, 0), entry_of(row.id, 1)};
        REQUIRE(journal.add_session(row, first));
    }
    CHECK(open(dir.file("box.db")).load(row.id)->size() == 2);
}

TEST_CASE("the tables themselves refuse to change or lose a record") {
    const test::TempDir dir;
    const auto path = dir.file("box.db");
    { (void)open_with_records(path); }
    for (const char* sql : {
             "DELETE FROM journal",
             "DELETE FROM journal WHERE seq = 2",
             "UPDATE journal SET seq = 7 WHERE seq = 2",
             "UPDATE journal SET header = zeroblob(128)",
             "UPDATE journal SET leaf = zeroblob(32)",
             "UPDATE journal SET payload = x'00' WHERE seq = 1",
             "UPDATE journal SET salt = NULL WHERE seq = 1",
             "UPDATE journal SET session = zeroblob(16)",
             "INSERT OR REPLACE INTO journal SELECT session, seq, zeroblob(128), leaf, salt, "
             "payload "
             "FROM journal WHERE seq = 2",
             "INSERT INTO journal SELECT session, 9, header, leaf, salt, payload FROM journal "
             "WHERE seq = 2",
             "DELETE FROM session",
         }) {
        INFO(sql);
        CHECK_FALSE(meddle(path, sql));
    }
    CHECK(open(path).load(session_row(1).id)->size() == 3);
}

TEST_CASE("an erased payload is told from a lost one") {
    const test::TempDir dir;
    const auto path = dir.file("box.db");
    { (void)open_with_records(path); }
    REQUIRE(meddle(path, "UPDATE journal SET salt = NULL, payload = NULL WHERE seq = 1"));
    const auto loaded = open(path).load(session_row(1).id);
    REQUIRE(loaded);
    CHECK((*loaded)[1].erased());
    CHECK_FALSE((*loaded)[0].erased());
    CHECK((*loaded)[1].header == entry_of(session_row(1).id, 1).header);
}

TEST_CASE("everything written is read back by the next program") {
    const test::TempDir dir;
    const auto path = dir.file("box.db");
    const auto second = session_row(2), first = session_row(1);
    const store::Staged staged[] = {{first.id, entry_of(first.id, 0)},
                                    {second.id, entry_of(second.id, 0)},
                                    {first.id, entry_of(first.id, 1, 5000)}};
    {
        auto journal = open(path);
        REQUIRE(journal.add_session(second));
        REQUIRE(journal.add_session(first));
        REQUIRE(journal.append(staged));
        REQUIRE(journal.append({}));
        REQUIRE(journal.put_receipt(first.id, "first note"));
        REQUIRE(journal.put_receipt(first.id, "second note"));
        REQUIRE(journal.close());
    }
    auto journal = open(path);
    CHECK(*journal.sessions() == std::vector{first, second});
    CHECK(*journal.load(first.id) == std::vector{staged[0].entry, staged[2].entry});
    CHECK(*journal.load(second.id) == std::vector{staged[1].entry});
    CHECK(**journal.receipt(first.id) == "second note");
    CHECK_FALSE(journal.receipt(second.id)->has_value());
}
