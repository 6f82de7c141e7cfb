// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sqlite/connection.hpp"

namespace preau::sqlite {

/// A scope in which everything is written, or nothing: it rolls back at its end unless commit()
/// succeeded. The connection must outlive it.
class Transaction {
  public:
    /// Takes the write lock at once, so that nothing later in the scope waits for it.
    static Result<Transaction> begin(Connection& connection);
    Transaction(Transaction&& other) noexcept;
    ~Transaction();

    /// Once it returns without error, the writes are on the disk.
    Result<void> commit();

  private:
    explicit Transaction(Connection& connection) : connection_(&connection) {}

    Connection* connection_;
};

}  // namespace preau::sqlite
