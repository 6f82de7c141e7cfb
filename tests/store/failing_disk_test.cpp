// SPDX-License-Identifier: Apache-2.0
//
// What the operator reads when the disk cannot do its part, and that nothing is tried twice. That
// no record is lost by it is the crash laboratory's business.
#include "crash/memory_vfs.hpp"
#include "store/rows.hpp"
#include "support/catch.hpp"
#include "support/temp_dir.hpp"

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace preau;
using crash::FaultKind;
using crash::FaultPlan;
using crash::MemoryVfs;
using store::Journal;
using test::contains;
using test::entry_of;
using test::session_row;

namespace {

Journal open_with_session(MemoryVfs& vfs) {
    vfs.mount(crash::Disk(), 1);
    auto journal = Journal::open("box.db", vfs.name());
    REQUIRE(journal);
    REQUIRE(journal->add_session(session_row(1)));
    return std::move(*journal);
}

Result<void> append_one(Journal& journal, std::uint64_t sequence) {
    const auto id = session_row(1).id;
    const store::Staged staged{id, entry_of(id, sequence)};
    return journal.append({&staged, 1});
}

/// What a process of its own finds; empty when it could open. Without rights that root has.
std::string open_in_child(const std::string& path) {
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    const auto child = ::fork();
    if (child == 0) {
        if (::getuid() == 0 && (::setgid(65534) != 0 || ::setuid(65534) != 0)) ::_exit(2);
        const auto journal = Journal::open(path);
        const std::string message = journal ? "" : journal.error().message;
        const auto written = ::write(ends[1], message.data(), message.size());
        ::_exit(written == static_cast<ssize_t>(message.size()) ? 0 : 1);
    }
    ::close(ends[1]);
    std::string message(2000, '\0');
    const auto count = ::read(ends[0], message.data(), message.size());
    ::close(ends[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    REQUIRE(status == 0);
    message.resize(static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
    return message;
}

}  // namespace

TEST_CASE("a full disk is one clear sentence") {
    MemoryVfs vfs;
    auto journal = open_with_session(vfs);
    vfs.set_faults(FaultPlan(FaultKind::disk_full, 0, true));
    const auto appended = append_one(journal, 0);
    REQUIRE_FALSE(appended);
    CHECK(appended.error().kind == ErrorKind::environment);
    CHECK(contains(appended.error().message,
                   "append to the journal: the disk is full; free some space and start again"));
}

TEST_CASE("after a sync that failed once, the same object syncs and writes no more") {
    MemoryVfs vfs;
    auto journal = open_with_session(vfs);
    vfs.set_faults(FaultPlan(FaultKind::sync_fails, 0, false));
    const auto appended = append_one(journal, 0);
    REQUIRE_FALSE(appended);
    CHECK(contains(appended.error().message, "1034"));  // IOERR_FSYNC
    int operations = 0;
    vfs.watch([&] { ++operations; });
    CHECK_FALSE(append_one(journal, 0));
    CHECK_FALSE(journal.put_receipt(session_row(1).id, "note"));
    CHECK_FALSE(journal.close());
    { const Journal dies = std::move(journal); }
    CHECK(operations == 0);
}

TEST_CASE("a log past its size is copied before the next commit, and its file kept") {
    MemoryVfs vfs;
    vfs.mount(crash::Disk(), 1);
    auto journal = Journal::open("box.db", vfs.name(), 30'000);
    REQUIRE(journal);
    REQUIRE(journal->add_session(session_row(1)));
    for (std::uint64_t n = 0; n < 50; ++n) REQUIRE(append_one(*journal, n));
    const auto bytes = vfs.disk().listing();
    CHECK(bytes.at("box.db").size() > 4096);
    CHECK(bytes.at("box.db-wal").size() > 30'000);
    CHECK(bytes.at("box.db-wal").size() < 60'000);
}

TEST_CASE("a folder that cannot be written is one clear sentence") {
    const test::TempDir dir;
    REQUIRE(::chmod(dir.path().c_str(), 0555) == 0);
    const auto message = open_in_child(dir.file("box.db"));
    CHECK(contains(message, dir.file("box.db")));
    CHECK(contains(message, "cannot be opened or created; check that its folder exists"));
}

TEST_CASE("a database that cannot be written is one clear sentence") {
    const test::TempDir dir;
    { REQUIRE(Journal::open(dir.file("box.db"))); }
    for (const char* name : {"box.db", "box.db-wal", "box.db-shm"})
        (void)::chmod(dir.file(name).c_str(), 0444);
    REQUIRE(::chmod(dir.file("box.db.lock").c_str(), 0666) == 0);
    REQUIRE(::chmod(dir.path().c_str(), 0777) == 0);
    CHECK(contains(open_in_child(dir.file("box.db")), "cannot be written; check its rights"));
}

TEST_CASE("a folder that does not exist is one clear sentence") {
    const auto journal = Journal::open("/nonexistent/box.db");
    REQUIRE_FALSE(journal);
    CHECK(contains(journal.error().message, "check that its folder exists"));
}

TEST_CASE("a second process is refused while the first has the database, and not after") {
    const test::TempDir dir;
    REQUIRE(::chmod(dir.path().c_str(), 0777) == 0);
    const auto path = dir.file("box.db");
    CHECK(open_in_child(path).empty());  // the child also owns the files from now on
    {
        const auto journal = Journal::open(path);
        REQUIRE(journal);
        CHECK(contains(open_in_child(path), "another program holds the database"));
        CHECK(contains(Journal::open(path).error().message, "another program holds"));
    }
    CHECK(open_in_child(path).empty());
}
