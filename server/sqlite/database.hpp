// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sqlite/owner_lock.hpp"
#include "sqlite/schema.hpp"

namespace preau::sqlite {

/// A database file that this process alone owns, with today's tables, in write-ahead mode.
class Database {
  public:
    /// Locks, verifies every page and row, and only then writes: migrates, and copies what a stop
    /// without close() left in the write-ahead log. A damaged, foreign or newer file is refused and
    /// left as it is. Every error begins with the path.
    static Result<Database> open(const std::string& path, const Schema& schema,
                                 const std::string& vfs = "");

    Connection& connection() { return connection_; }
    /// Empties the write-ahead log; for the end of a healthy process. Without it the next open()
    /// does the same.
    Result<void> close() { return connection_.checkpoint(LogFile::emptied); }

  private:
    Database(OwnerLock lock, Connection connection)
        : lock_(std::move(lock)), connection_(std::move(connection)) {}

    OwnerLock lock_;  // outlives the connection
    Connection connection_;
};

}  // namespace preau::sqlite
