// SPDX-License-Identifier: Apache-2.0
#include "sqlite/connection.hpp"

#include "sqlite/failure.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <cstddef>
#include <fcntl.h>
#include <unistd.h>
#include <vector>

namespace preau::sqlite {

namespace {

constexpr int kBusyTimeoutMs = 5000;  // a person with the sqlite3 shell, never our own programs
constexpr std::int64_t kWalHeaderBytes = 32;
constexpr std::int64_t kFrameBytes = 24 + 4096;  // SQLite's default page

constexpr int kPassingFile = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_SUPER_JOURNAL;

constexpr char kPragmas[] =
    "PRAGMA recursive_triggers = ON;"  // or INSERT OR REPLACE would delete without a trigger
    "PRAGMA cell_size_check = ON;"
    "PRAGMA mmap_size = 0;"  // a failing disk must give an error, not a signal
    "PRAGMA secure_delete = ON;"
    "PRAGMA temp_store = MEMORY;";

void configure(sqlite3* db, int option, int on) {
    const int code = sqlite3_db_config(db, option, on, nullptr);
    PREAU_CHECK(code == SQLITE_OK);  // fails only for an option that this SQLite does not have
}

/// Linux calls pages clean when it failed to write them. Nothing in the file is locked yet, so that
/// opening and closing it once more lets go of no lock.
void forget_pages_of(const std::string& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) return;  // most databases have no journal
    ::posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED);
    ::close(file);
}

int keep_wal_frames(void* frames, sqlite3*, const char*, int count) {
    *static_cast<int*>(frames) = count;
    return SQLITE_OK;
}

}  // namespace

struct Connection::State {
    std::string path;
    Access access;
    sqlite3* db = nullptr;
    int wal_frames = 0;

    ~State() {
        const int code = sqlite3_close(db);
        PREAU_CHECK(code == SQLITE_OK);  // anything else: a statement outlived its connection
    }
};

Connection::Connection(std::unique_ptr<State> state) : state_(std::move(state)) {}
Connection::Connection(Connection&&) noexcept = default;
Connection& Connection::operator=(Connection&&) noexcept = default;
Connection::~Connection() = default;

Result<Connection> Connection::open(const std::string& path, Access access,
                                    const std::string& vfs) {
    auto state = std::make_unique<State>();
    state->path = path;
    state->access = access;
    const int flags = SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX |
                      (access == Access::read_only ? SQLITE_OPEN_READONLY
                                                   : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    const int code =
        sqlite3_open_v2(path.c_str(), &state->db, flags, vfs.empty() ? nullptr : vfs.c_str());
    if (code != SQLITE_OK) return fail(failure(state->db, code, "open " + path));
    Connection connection(std::move(state));
    if (access == Access::read_write) connection.forget_cache();
    if (auto hardened = connection.harden(); !hardened)
        return fail(std::move(hardened.error()).with_context("open " + path));
    return connection;
}

void Connection::forget_cache() {
    const int code = sqlite3_file_control(state_->db, nullptr, kForgetCacheControl, nullptr);
    if (code != SQLITE_NOTFOUND) return;
    for (const char* suffix : {"", "-wal", "-journal"}) forget_pages_of(state_->path + suffix);
}

Result<void> Connection::harden() {
    sqlite3* db = state_->db;
    configure(db, SQLITE_DBCONFIG_DEFENSIVE, 1);
    configure(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0);
    configure(db, SQLITE_DBCONFIG_ENABLE_FKEY, 1);
    configure(db, SQLITE_DBCONFIG_ENABLE_QPSG, 1);
    configure(db, SQLITE_DBCONFIG_DQS_DML, 0);
    configure(db, SQLITE_DBCONFIG_DQS_DDL, 0);
    // After a failed sync the last thing to do is to sync again while closing.
    configure(db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1);
    sqlite3_busy_timeout(db, kBusyTimeoutMs);
    sqlite3_wal_hook(db, keep_wal_frames, &state_->wal_frames);  // and no automatic checkpoint
    if (auto set = execute(kPragmas); !set) return set;
    if (state_->access == Access::read_only) return execute("PRAGMA query_only = ON");
    return {};
}

Result<void> Connection::execute(const std::string& sql) {
    const int code = sqlite3_exec(state_->db, sql.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) return fail(failure(state_->db, code, ""));
    return {};
}

Result<Statement> Connection::prepare(std::string_view sql) {
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v3(state_->db, sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (code != SQLITE_OK) return fail(failure(state_->db, code, ""));
    PREAU_CHECK(statement != nullptr);  // an empty statement is a bug
    return Statement(statement);
}

Result<std::int64_t> Connection::integer(std::string_view sql) {
    auto statement = prepare(sql);
    if (!statement) return fail(std::move(statement.error()));
    auto row = statement->next();
    if (!row) return fail(std::move(row.error()));
    PREAU_CHECK(*row);
    return statement->integer(0);
}

Result<void> Connection::expect_row(std::string_view pragma, std::string_view first_column) {
    auto statement = prepare(pragma);
    if (!statement) return fail(std::move(statement.error()));
    auto row = statement->next();
    if (!row) return fail(std::move(row.error()));
    const auto found = *row ? statement->text(0) : std::string("nothing");
    if (found != first_column) return fail(Error::malformed(found));
    return {};
}

Result<void> Connection::hold_exclusively() {
    sqlite3_busy_timeout(state_->db, 0);
    // A journal in memory: an exclusive lock on an empty file then makes no other file.
    if (auto mode = expect_row("PRAGMA journal_mode = MEMORY", "memory"); !mode) return mode;
    return execute("BEGIN EXCLUSIVE");
}

Result<void> Connection::use_wal(Durability durability) {
    const bool is_full = durability == Durability::every_commit;
    if (auto set = execute(is_full ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL");
        !set)
        return set;
    if (auto wal = expect_row("PRAGMA journal_mode = WAL", "wal"); !wal)
        return fail(std::move(wal.error()).with_context("switch to a write-ahead log"));
    return {};
}

Result<void> Connection::sync_folder() {
    sqlite3_vfs* vfs = nullptr;
    PREAU_CHECK(sqlite3_file_control(state_->db, nullptr, SQLITE_FCNTL_VFS_POINTER,
                                     static_cast<void*>(&vfs)) == SQLITE_OK);
    // Through the VFS a folder is synced when a file in it is deleted.
    const std::string passing = state_->path + ".sync";
    std::vector<std::max_align_t> memory(
        static_cast<std::size_t>(vfs->szOsFile) / sizeof(std::max_align_t) + 1);
    auto* file = reinterpret_cast<sqlite3_file*>(memory.data());
    int code = vfs->xOpen(vfs, passing.c_str(), file, kPassingFile, nullptr);
    if (file->pMethods != nullptr) file->pMethods->xClose(file);
    if (code == SQLITE_OK) code = vfs->xDelete(vfs, passing.c_str(), 1);
    if (code != SQLITE_OK) return fail(failure(nullptr, code, "sync the folder"));
    return {};
}

Result<void> Connection::checkpoint(LogFile log_file) {
    PREAU_CHECK(state_->access == Access::read_write);
    const int mode =
        log_file == LogFile::emptied ? SQLITE_CHECKPOINT_TRUNCATE : SQLITE_CHECKPOINT_RESTART;
    int frames = 0;
    const int code = sqlite3_wal_checkpoint_v2(state_->db, nullptr, mode, &frames, nullptr);
    const auto intent = "copy the write-ahead log of " + state_->path;
    if (code != SQLITE_OK) return fail(failure(state_->db, code, intent));
    // SQLite opens the log for this and reports no error when it cannot.
    if (frames < 0) return fail(Error::environment(intent + ": the log cannot be opened"));
    state_->wal_frames = 0;
    return {};
}

std::int64_t Connection::wal_bytes() const {
    return state_->wal_frames == 0 ? 0 : kWalHeaderBytes + state_->wal_frames * kFrameBytes;
}

Result<void> Connection::rebuild() { return execute("VACUUM"); }

Result<void> Connection::check_integrity() {
    auto sound = expect_row("PRAGMA integrity_check(1)", "ok");
    if (sound || sound.error().kind != ErrorKind::malformed) return sound;
    return fail(std::move(sound.error())
                    .with_context("the database is damaged; nothing was changed in it"));
}

Result<std::int64_t> Connection::user_version() { return integer("PRAGMA user_version"); }

Result<void> Connection::set_user_version(std::int64_t version) {
    return execute(fmt::format("PRAGMA user_version = {}", version));
}

Result<std::int64_t> Connection::application_id() { return integer("PRAGMA application_id"); }

Result<void> Connection::set_application_id(std::int64_t id) {
    return execute(fmt::format("PRAGMA application_id = {}", id));
}

std::int64_t Connection::changes() const { return sqlite3_changes64(state_->db); }

bool Connection::in_transaction() const { return sqlite3_get_autocommit(state_->db) == 0; }

}  // namespace preau::sqlite
