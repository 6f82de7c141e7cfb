// SPDX-License-Identifier: Apache-2.0
#include "base/file.hpp"
#include "store/rows.hpp"
#include "support/catch.hpp"
#include "support/temp_dir.hpp"

using namespace preau;
using store::Journal;
using test::contains;
using test::entry_of;
using test::session_row;

namespace {

constexpr std::size_t kFileBytesMax = 10'000'000;
constexpr std::size_t kPageBytes = 4096;
constexpr std::uint64_t kRecords = 60;

Bytes closed_journal(const std::string& path) {
    auto journal = Journal::open(path);
    REQUIRE(journal);
    const auto row = session_row(1);
    REQUIRE(journal->add_session(row));
    for (std::uint64_t n = 0; n < kRecords; ++n) {
        const store::Staged staged{row.id, entry_of(row.id, n, 300)};
        REQUIRE(journal->append({&staged, 1}));
    }
    REQUIRE(journal->close());
    return *read_file(path, kFileBytesMax);
}

}  // namespace

TEST_CASE("a page turned to noise is named with its record, and nothing is overwritten") {
    const test::TempDir dir;
    const auto sound = closed_journal(dir.file("box.db"));
    int named = 0;
    for (std::size_t page = 0; page < sound.size() / kPageBytes; ++page) {
        auto damaged = sound;
        for (std::size_t i = 0; i < kPageBytes; ++i) {
            auto& byte = damaged[page * kPageBytes + i];
            byte = static_cast<std::uint8_t>(byte * 31 + i);
        }
        const auto path = dir.file("damaged-" + std::to_string(page));
        REQUIRE(write_file(path, damaged));
        const auto journal = Journal::open(path);
        INFO("page " << page);
        REQUIRE_FALSE(journal);
        CHECK(journal.error().kind == ErrorKind::malformed);
        CHECK(contains(journal.error().message, path));
        CHECK(contains(journal.error().message, "nothing was changed"));
        named += contains(journal.error().message, "record ") ? 1 : 0;
        CHECK(*read_file(path, kFileBytesMax) == damaged);
    }
    CHECK(named > 3);
}

TEST_CASE("a file cut short is refused") {
    const test::TempDir dir;
    auto bytes = closed_journal(dir.file("box.db"));
    bytes.resize(bytes.size() - kPageBytes);
    REQUIRE(write_file(dir.file("short.db"), bytes));
    CHECK(Journal::open(dir.file("short.db")).error().kind == ErrorKind::malformed);
}
