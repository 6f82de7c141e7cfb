// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "central/sql/connection.hpp"

#include <map>
#include <memory>

struct pg_conn;
struct pg_result;

namespace preau::central::sql {

/// The PostgreSQL kind of connection, through libpq. Values and rows travel in binary.
class PostgresqlConnection final : public Connection {
  public:
    /// Waits at most ten seconds for the server.
    static Result<std::unique_ptr<PostgresqlConnection>> open(const std::string& url,
                                                              bool read_only);
    ~PostgresqlConnection() override;

    Engine engine() const override { return Engine::postgresql; }
    Result<void> execute(const std::string& script) override;
    Result<Answer> ask_with(std::string_view sql, std::span<const Value> values) override;
    Result<void> copy(std::string_view table, std::span<const std::string_view> columns,
                      std::size_t rows, const RowSource& source) override;
    Result<void> begin() override { return execute("BEGIN"); }
    Result<void> commit() override;
    void roll_back() override;
    bool lost_a_race() const override { return lost_a_race_; }
    bool has_failed() const override;
    Result<void> close() override { return {}; }

  private:
    struct Clear {
        void operator()(pg_result* result) const;
    };
    using Outcome = std::unique_ptr<pg_result, Clear>;

    explicit PostgresqlConnection(pg_conn* connection) : connection_(connection) {}

    Failure<Error> failed(const pg_result* result);
    Result<const std::string*> prepared(std::string_view sql, std::span<const Value> values);
    Result<void> send_rows(std::size_t columns, std::size_t rows, const RowSource& source);
    Result<void> finish_copy();

    pg_conn* connection_;
    std::map<std::string, std::string, std::less<>> statements_;  ///< types and SQL → name
    bool lost_a_race_ = false;
};

}  // namespace preau::central::sql
