// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sqlite/statement.hpp"

#include <memory>

struct sqlite3;

namespace preau::sqlite {

enum class Access { read_write, read_only };

/// What becomes of the write-ahead log's file once its content is in the database file.
enum class LogFile {
    emptied,  ///< nothing is left to replay: at opening and closing
    kept,     ///< overwritten from its start, which costs less than growing it again
};

/// What a power cut may take of what was committed.
enum class Durability {
    every_commit,  ///< nothing: each commit waits for the disk
    some_commits,  ///< the last ones; the database stays sound, and a commit waits for nothing
};

/// Asks a VFS to forget what its cache believes to be on the disk: see Connection::open. A number
/// of SQLite's range for applications; a VFS that does not know it is the operating system's.
inline constexpr int kForgetCacheControl = 0x5052'4501;

/// One connection to one database file, set up so that a damaged or hostile file and a slip in our
/// own SQL are refused early. Used by one thread. Every PRAGMA of the project is in this class.
///
/// The write-ahead log reaches the database file only through checkpoint(): never by itself, never
/// at close. SQLite before 3.51.3 can corrupt a database when two connections checkpoint at once,
/// so exactly one connection of the system writes, and it alone may checkpoint.
class Connection {
  public:
    /// Creates the file when it is absent and access is read_write. `vfs` names a registered SQLite
    /// VFS, empty for the operating system's files.
    ///
    /// What it reads afterwards is what the disk holds, not what the cache kept of a sync that
    /// failed before this program was started again.
    static Result<Connection> open(const std::string& path, Access access,
                                   const std::string& vfs = "");
    Connection(Connection&&) noexcept;
    Connection& operator=(Connection&&) noexcept;
    ~Connection();

    /// Runs one or more statements that take no value and return no row.
    Result<void> execute(const std::string& sql);
    Result<Statement> prepare(std::string_view sql);
    /// First column of the first row.
    Result<std::int64_t> integer(std::string_view sql);

    /// Takes the file's exclusive lock without waiting, and keeps it; nothing is ever written.
    Result<void> hold_exclusively();

    /// Write-ahead log. With every_commit each one is on the disk before it returns.
    Result<void> use_wal(Durability durability = Durability::every_commit);
    /// Makes durable which files are in the database's folder: those that are new, and the absence
    /// of the rollback journal that the switch to a log used, which would undo it and hide the log
    /// if it came back. SQLite does so for a log that it creates, but not for one that it finds.
    Result<void> sync_folder();
    /// Copies the whole log to the database file. After use_wal().
    Result<void> checkpoint(LogFile log_file);
    /// Size of the log as of the last commit of this connection.
    std::int64_t wal_bytes() const;

    /// Writes the whole database anew: no page keeps a trace of what was deleted or moved. The log
    /// holds the old pages until it is emptied. No transaction and no query may be under way.
    Result<void> rebuild();

    /// Reads every page and row; malformed, with the first problem found.
    Result<void> check_integrity();

    Result<std::int64_t> user_version();
    Result<void> set_user_version(std::int64_t version);
    Result<std::int64_t> application_id();
    Result<void> set_application_id(std::int64_t id);

    bool in_transaction() const;
    /// Rows that the last INSERT, UPDATE or DELETE inserted, changed or deleted.
    std::int64_t changes() const;

  private:
    struct State;
    explicit Connection(std::unique_ptr<State> state);

    void forget_cache();
    Result<void> harden();
    Result<void> expect_row(std::string_view pragma, std::string_view first_column);

    std::unique_ptr<State> state_;
};

}  // namespace preau::sqlite
