// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "central/sql/connection.hpp"
#include "sqlite/database.hpp"

#include <map>
#include <optional>

namespace preau::central::sql {

/// The SQLite kind of connection: over a database that this process owns, or over a reader.
class SqliteConnection final : public Connection {
  public:
    explicit SqliteConnection(sqlite::Database database) : database_(std::move(database)) {}
    explicit SqliteConnection(sqlite::Connection reader) : reader_(std::move(reader)) {}

    Engine engine() const override { return Engine::sqlite; }
    Result<void> execute(const std::string& script) override;
    Result<Answer> ask_with(std::string_view sql, std::span<const Value> values) override;
    Result<void> copy(std::string_view table, std::span<const std::string_view> columns,
                      std::size_t rows, const RowSource& source) override;
    Result<void> begin() override;
    Result<void> commit() override;
    void roll_back() override;
    bool lost_a_race() const override { return false; }
    bool has_failed() const override { return failed_; }
    Result<void> close() override;

  private:
    sqlite::Connection& connection() { return database_ ? database_->connection() : *reader_; }
    /// A database that could not do its work is not asked again: what the disk holds is unknown.
    template <class Work>
    auto guarded(Work work) -> decltype(work());
    Result<sqlite::Statement*> prepared(std::string_view sql);
    Result<Answer> run_to_end(sqlite::Statement& statement);

    std::optional<sqlite::Database> database_;
    std::optional<sqlite::Connection> reader_;
    std::map<std::string, sqlite::Statement, std::less<>> statements_;  // before the connection
    bool failed_ = false;
};

/// `$1` as `?1`, which SQLite takes for the number that it is.
std::string numbered(std::string_view sql);

}  // namespace preau::central::sql
