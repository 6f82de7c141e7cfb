// SPDX-License-Identifier: Apache-2.0
#include "store/convenience.hpp"

#include "base/file.hpp"
#include "crash/memory_vfs.hpp"
#include "store/journal.hpp"
#include "store/rows.hpp"
#include "support/catch.hpp"
#include "support/temp_dir.hpp"

using namespace preau;
using store::Convenience;
using store::Draft;
using test::session_row;

namespace {

constexpr std::size_t kFileBytesMax = 10'000'000;
constexpr std::string_view kTyped = "ce que la candidate a écrit";

store::CandidateKey key(std::uint8_t session, std::uint32_t candidate) {
    return {session_row(session).id, {candidate}};
}

Draft draft(std::string item, std::string value = std::string(kTyped)) {
    return {std::move(item), std::move(value), WallTime{1'000}};
}

void keep_everything(Convenience& convenience) {
    convenience.put_draft(key(1, 7), draft("item3"));
    convenience.put_receipt(key(1, 8), store::SignedReceipt{9, 8, 7});
    convenience.put_seat_check({1, 2, 3}, {.seat = "B3",
                                           .address = "192.168.1.20",
                                           .browser = "Firefox 115",
                                           .screen = "1366×768",
                                           .indexeddb = true,
                                           .clock_skew_ms = -1200,
                                           .latency_ms = 4,
                                           .lockdown = "seb",
                                           .lockdown_version = "3.7",
                                           .problems = {"clock_skew", "screen_small"},
                                           .checked_at = WallTime{5'000}});
    convenience.add_staff({"Mme Dupont", store::StaffKind::one_day, "2026-11-26"});
}

void has_everything(const Convenience& convenience) {
    Convenience expected;
    keep_everything(expected);
    REQUIRE(convenience.draft(key(1, 7)) != nullptr);
    CHECK(*convenience.draft(key(1, 7)) == draft("item3"));
    REQUIRE(convenience.receipt(key(1, 8)) != nullptr);
    CHECK(*convenience.receipt(key(1, 8)) == *expected.receipt(key(1, 8)));
    CHECK(convenience.seat_checks() == expected.seat_checks());
    CHECK(convenience.staff() == expected.staff());
}

bool any_file_holds(const test::TempDir& dir, std::string_view text) {
    for (const auto& entry : std::filesystem::directory_iterator(dir.path()))
        if (as_text(*read_file(entry.path(), kFileBytesMax)).find(text) != std::string::npos)
            return true;
    return false;
}

}  // namespace

TEST_CASE("convenience: a folder that does not exist loses nothing while the box runs") {
    const test::TempDir dir;
    {
        Convenience convenience(dir.file("absent/convenience.db"));
        keep_everything(convenience);
        convenience.flush();
        CHECK_FALSE(convenience.is_written());
        has_everything(convenience);
        std::filesystem::create_directory(dir.path() / "absent");
        convenience.flush();
        CHECK(convenience.is_written());
    }
    has_everything(Convenience(dir.file("absent/convenience.db")));
}

TEST_CASE("convenience: any page turned to noise only empties it, and it serves again") {
    const test::TempDir dir;
    const auto path = dir.file("convenience.db");
    {
        Convenience convenience(path);
        keep_everything(convenience);
        convenience.flush();
    }
    { Convenience convenience(path); }  // copies the log to the file
    const auto sound = *read_file(path, kFileBytesMax);
    REQUIRE(sound.size() > 4 * 4096);
    for (std::size_t page = 0; page < sound.size() / 4096; ++page) {
        auto damaged = sound;
        for (std::size_t i = 0; i < 4096; ++i) {
            auto& byte = damaged[page * 4096 + i];
            byte = static_cast<std::uint8_t>(byte * 31 + i);
        }
        REQUIRE(write_file(path, damaged));
        {
            Convenience convenience(path);
            CHECK(convenience.draft(key(1, 7)) == nullptr);
            keep_everything(convenience);
            convenience.flush();
            CHECK(convenience.is_written());
        }
        has_everything(Convenience(path));
    }
}

TEST_CASE("convenience: a file of something else, or of a newer version, is replaced") {
    const test::TempDir dir;
    const auto path = dir.file("convenience.db");
    SECTION("no database") { REQUIRE(write_file(path, as_bytes(std::string(5000, 'x')))); }
    SECTION("a journal") { REQUIRE(store::Journal::open(path)); }
    SECTION("newer") {
        { Convenience convenience(path); }
        auto connection = sqlite::Connection::open(path, sqlite::Access::read_write);
        REQUIRE(connection->set_user_version(99));
    }
    {
        Convenience convenience(path);
        keep_everything(convenience);
        convenience.flush();
        CHECK(convenience.is_written());
    }
    has_everything(Convenience(path));
}

TEST_CASE("convenience: a file deleted or damaged while the box runs is made again from memory") {
    const test::TempDir dir;
    const auto path = dir.file("convenience.db");
    Convenience convenience(path);
    keep_everything(convenience);
    convenience.flush();
    SECTION("deleted") { std::filesystem::remove(path); }
    SECTION("deleted with its log") {
        for (const auto* suffix : {"", "-wal", "-shm"}) std::filesystem::remove(path + suffix);
    }
    convenience.put_draft(key(2, 1), draft("item9"));
    convenience.flush();
    CHECK(convenience.is_written());
    const test::TempDir copy;
    std::filesystem::copy(dir.path(), copy.path(), std::filesystem::copy_options::recursive);
    Convenience later(copy.file("convenience.db"));
    has_everything(later);
    CHECK(later.draft(key(2, 1)) != nullptr);
}

TEST_CASE("convenience: a disk that fails at any write stops nothing, and the rest follows") {
    for (const bool for_ever : {false, true})
        for (std::uint64_t operation = 0; operation < 40; ++operation) {
            crash::MemoryVfs vfs;
            vfs.mount(crash::Disk(), 1);
            Convenience convenience("convenience.db", vfs.name());
            convenience.flush();
            vfs.set_faults(crash::FaultPlan(crash::FaultKind::io_error, operation, for_ever));
            keep_everything(convenience);
            convenience.flush();
            has_everything(convenience);
            vfs.set_faults({});
            convenience.flush();
            INFO("operation " << operation);
            CHECK(convenience.is_written());
            has_everything(convenience);
        }
}

TEST_CASE("convenience: another program that holds the file is left alone") {
    const test::TempDir dir;
    const auto path = dir.file("convenience.db");
    Convenience first(path);
    keep_everything(first);
    first.flush();
    Convenience second(path);
    second.put_draft(key(3, 3), draft("item1"));
    second.flush();
    CHECK_FALSE(second.is_written());
    CHECK(second.draft(key(3, 3)) != nullptr);
    first.flush();
    CHECK(first.is_written());
}

TEST_CASE("convenience: drafts of a session that is over are in no file any more") {
    const test::TempDir dir;
    Convenience convenience(dir.file("convenience.db"));
    convenience.put_draft(key(1, 1), draft("item1"));
    convenience.put_draft(key(2, 1), draft("item1", "autre session"));
    convenience.flush();
    CHECK(any_file_holds(dir, kTyped));
    convenience.erase_drafts(session_row(1).id);
    convenience.flush();
    CHECK(convenience.is_written());
    CHECK_FALSE(any_file_holds(dir, kTyped));
    CHECK(any_file_holds(dir, "autre session"));
    CHECK(convenience.draft(key(1, 1)) == nullptr);
}

TEST_CASE("convenience: seat checks are bounded, the oldest goes") {
    Convenience convenience;
    for (std::size_t i = 0; i <= store::kSeatChecksMax; ++i) {
        store::SeatDevice device{static_cast<std::uint8_t>(i >> 8), static_cast<std::uint8_t>(i)};
        store::SeatCheck check;
        check.checked_at = WallTime{static_cast<std::int64_t>(i)};
        convenience.put_seat_check(device, std::move(check));
    }
    CHECK(convenience.seat_checks().size() == store::kSeatChecksMax);
    CHECK_FALSE(convenience.seat_checks().contains(store::SeatDevice{}));
}

TEST_CASE("convenience: what was flushed is there after a restart, what was replaced is not") {
    const test::TempDir dir;
    const auto path = dir.file("convenience.db");
    {
        Convenience convenience(path);
        convenience.put_draft(key(1, 7), draft("item2", "avant"));
        convenience.flush();
        keep_everything(convenience);
        convenience.put_draft(key(1, 9), draft("item2"));
        convenience.flush();
        convenience.erase_draft(key(1, 9));
        convenience.flush();
    }
    const Convenience again(path);
    has_everything(again);
    CHECK(again.draft(key(1, 9)) == nullptr);
}
