// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sqlite/connection.hpp"

namespace preau::sqlite {

/// The right to be the only program that opens a database: an exclusive lock on "<path>.lock",
/// released when the object or the process dies. Taken through the VFS, so that it holds wherever
/// the database is; the lock file stays empty.
class OwnerLock {
  public:
    /// Refused at once, without waiting, when another program or object holds it.
    static Result<OwnerLock> take(const std::string& path, const std::string& vfs = "");

  private:
    explicit OwnerLock(Connection connection) : connection_(std::move(connection)) {}

    Connection connection_;
};

}  // namespace preau::sqlite
