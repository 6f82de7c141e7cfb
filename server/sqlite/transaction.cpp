// SPDX-License-Identifier: Apache-2.0
#include "sqlite/transaction.hpp"

#include "base/log.hpp"

#include <utility>

namespace preau::sqlite {

Result<Transaction> Transaction::begin(Connection& connection) {
    if (auto begun = connection.execute("BEGIN IMMEDIATE"); !begun)
        return fail(std::move(begun.error()));
    return Transaction(connection);
}

Transaction::Transaction(Transaction&& other) noexcept
    : connection_(std::exchange(other.connection_, nullptr)) {}

Transaction::~Transaction() {
    // After some failures SQLite has already rolled back by itself.
    if (connection_ == nullptr || !connection_->in_transaction()) return;
    if (auto undone = connection_->execute("ROLLBACK"); !undone)
        log::error("sqlite.rollback_failed", {{"reason", undone.error().message}});
}

Result<void> Transaction::commit() {
    if (auto done = connection_->execute("COMMIT"); !done) return done;
    connection_ = nullptr;
    return {};
}

}  // namespace preau::sqlite
