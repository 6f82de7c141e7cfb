// SPDX-License-Identifier: Apache-2.0
#include "central/sql/connection.hpp"

#include <utility>

namespace preau::central::sql {

Result<Transaction> Transaction::begin(Connection& connection) {
    if (auto begun = connection.begin(); !begun) return fail(std::move(begun.error()));
    return Transaction(connection);
}

Transaction::Transaction(Transaction&& other) noexcept
    : connection_(std::exchange(other.connection_, nullptr)) {}

Transaction::~Transaction() {
    if (connection_ != nullptr) connection_->roll_back();
}

Result<void> Transaction::commit() {
    if (auto done = connection_->commit(); !done) return done;
    connection_ = nullptr;
    return {};
}

}  // namespace preau::central::sql
