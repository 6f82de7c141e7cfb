// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "central/sql/rows.hpp"
#include "central/sql/value.hpp"

#include <array>
#include <functional>

namespace preau::central::sql {

enum class Engine { sqlite, postgresql };

struct Answer {
    Rows rows;
    std::int64_t changed = 0;  ///< rows inserted, changed or deleted
};

/// Writes row number `row`, from 0, into the values, one for each column. The text and bytes it
/// names must stay until the next call.
using RowSource = std::function<void(std::size_t row, std::span<Value> values)>;

/// One connection to the platform's database, whichever engine keeps it. SQL is the part that both
/// read (docs/operations/central-distributed.md), parameters are `$1`, `$2`…, each statement is
/// prepared once and kept. One thread.
///
/// Errors: malformed when a row or a value was refused (a key twice, a broken check), environment
/// when the database could not do its work.
class Connection {
  public:
    virtual ~Connection() = default;

    virtual Engine engine() const = 0;

    /// One or more statements without values; rows they give are dropped.
    virtual Result<void> execute(const std::string& script) = 0;

    template <class... Values>
    Result<Rows> query(std::string_view sql, const Values&... values) {
        auto answer = ask(sql, values...);
        if (!answer) return fail(std::move(answer.error()));
        return std::move(answer->rows);
    }
    /// How many rows were inserted, changed or deleted: with ON CONFLICT DO NOTHING, whether this
    /// call was the one that did it.
    template <class... Values>
    Result<std::int64_t> run(std::string_view sql, const Values&... values) {
        const auto answer = ask(sql, values...);
        if (!answer) return fail(answer.error());
        return answer->changed;
    }
    template <class... Values>
    Result<Answer> ask(std::string_view sql, const Values&... values) {
        const std::array<Value, sizeof...(Values)> all{to_value(values)...};
        return ask_with(sql, all);
    }
    virtual Result<Answer> ask_with(std::string_view sql, std::span<const Value> values) = 0;

    /// Many rows at once: COPY … BINARY on PostgreSQL. In a transaction; a row refused refuses all.
    virtual Result<void> copy(std::string_view table, std::span<const std::string_view> columns,
                              std::size_t rows, const RowSource& source) = 0;

    /// To put at the end of a SELECT whose rows must not change before the transaction ends. SQLite
    /// has one writer at a time, and needs nothing.
    std::string_view for_update() const {
        return engine() == Engine::postgresql ? " FOR UPDATE" : "";
    }
    /// The same, leaving out rows that another transaction holds: for taking work from a list.
    std::string_view for_update_if_free() const {
        return engine() == Engine::postgresql ? " FOR UPDATE SKIP LOCKED" : "";
    }

    virtual Result<void> begin() = 0;
    virtual Result<void> commit() = 0;
    virtual void roll_back() = 0;
    /// The last error came of another transaction at the same time: the same work done again may
    /// succeed.
    virtual bool lost_a_race() const = 0;
    /// Nothing more can be done with this connection: what is stored is known only after opening
    /// another.
    virtual bool has_failed() const = 0;
    /// Leaves everything of SQLite in the database file alone; for the end of a healthy process.
    virtual Result<void> close() = 0;
};

/// A scope in which everything is written, or nothing: it rolls back at its end unless commit()
/// succeeded. The connection must outlive it.
class Transaction {
  public:
    static Result<Transaction> begin(Connection& connection);
    Transaction(Transaction&& other) noexcept;
    ~Transaction();

    /// Once it returns without error, the writes are on the disk. After an environment error it is
    /// unknown whether they are: the unique keys tell when the same is done again.
    Result<void> commit();

  private:
    explicit Transaction(Connection& connection) : connection_(&connection) {}

    Connection* connection_;
};

/// Does the work in a transaction of its own, again when another transaction was in its way. The
/// work returns a Result and must begin from nothing each time.
template <class Work>
auto in_transaction(Connection& connection, Work work) -> decltype(work()) {
    constexpr int kTriesMax = 20;
    for (int tries = 1;; ++tries) {
        auto done = [&]() -> decltype(work()) {
            auto transaction = Transaction::begin(connection);
            if (!transaction) return fail(std::move(transaction.error()));
            auto result = work();
            if (!result) return result;
            if (auto committed = transaction->commit(); !committed)
                return fail(std::move(committed.error()));
            return result;
        }();
        if (done || !connection.lost_a_race() || tries == kTriesMax) return done;
    }
}

}  // namespace preau::central::sql
