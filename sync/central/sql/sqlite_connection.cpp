// SPDX-License-Identifier: Apache-2.0
#include "central/sql/sqlite_connection.hpp"

#include "base/log.hpp"

#include <fmt/format.h>

namespace preau::central::sql {

namespace {

Cell cell_of(const sqlite::Statement& statement, int column) {
    switch (statement.type(column)) {
        case sqlite::ColumnType::null:
            return {};
        case sqlite::ColumnType::integer:
            return statement.integer(column);
        case sqlite::ColumnType::text:
        case sqlite::ColumnType::blob:
            return to_bytes(statement.blob(column));
    }
    PREAU_UNREACHABLE();
}

std::string insertion(std::string_view table, std::span<const std::string_view> columns) {
    std::string names, places;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        names += fmt::format("{}{}", i == 0 ? "" : ", ", columns[i]);
        places += fmt::format("{}${}", i == 0 ? "" : ", ", i + 1);
    }
    return fmt::format("INSERT INTO {} ({}) VALUES ({})", table, names, places);
}

}  // namespace

std::string numbered(std::string_view sql) {
    std::string out(sql);
    bool is_quoted = false;
    for (auto& symbol : out) {
        if (symbol == '\'') is_quoted = !is_quoted;
        if (symbol == '$' && !is_quoted) symbol = '?';
    }
    return out;
}

template <class Work>
auto SqliteConnection::guarded(Work work) -> decltype(work()) {
    if (failed_)
        return fail(Error::environment(
            "the database stopped at an earlier failure; start the program again"));
    auto result = work();
    if (!result && result.error().kind == ErrorKind::environment) failed_ = database_.has_value();
    return result;
}

Result<void> SqliteConnection::execute(const std::string& script) {
    return guarded([&] { return connection().execute(script); });
}

Result<sqlite::Statement*> SqliteConnection::prepared(std::string_view sql) {
    auto found = statements_.find(sql);
    if (found == statements_.end()) {
        auto statement = connection().prepare(numbered(sql));
        if (!statement) return fail(std::move(statement.error()));
        found = statements_.emplace(sql, std::move(*statement)).first;
    }
    return &found->second;
}

Result<Answer> SqliteConnection::ask_with(std::string_view sql, std::span<const Value> values) {
    return guarded([&]() -> Result<Answer> {
        const auto statement = prepared(sql);
        if (!statement) return fail(statement.error());
        (*statement)->bind_each(values);
        return run_to_end(**statement);
    });
}

Result<Answer> SqliteConnection::run_to_end(sqlite::Statement& statement) {
    std::vector<Cell> cells;
    const int columns = statement.column_count();
    while (true) {
        const auto row = statement.next();
        if (!row) return fail(row.error());
        if (!*row) break;
        for (int column = 0; column < columns; ++column)
            cells.push_back(cell_of(statement, column));
    }
    return Answer{Rows(static_cast<std::size_t>(columns), std::move(cells)),
                  connection().changes()};
}

Result<void> SqliteConnection::copy(std::string_view table,
                                    std::span<const std::string_view> columns, std::size_t rows,
                                    const RowSource& source) {
    return guarded([&]() -> Result<void> {
        const auto statement = prepared(insertion(table, columns));
        if (!statement) return fail(statement.error());
        std::vector<Value> values(columns.size());
        for (std::size_t row = 0; row < rows; ++row) {
            source(row, values);
            (*statement)->bind_each(values);
            if (const auto inserted = (*statement)->next(); !inserted)
                return fail(inserted.error());
        }
        return {};
    });
}

Result<void> SqliteConnection::begin() {
    return guarded([&] { return connection().execute(database_ ? "BEGIN IMMEDIATE" : "BEGIN"); });
}

Result<void> SqliteConnection::commit() {
    return guarded([&] { return connection().execute("COMMIT"); });
}

void SqliteConnection::roll_back() {
    // After some failures SQLite has already rolled back by itself.
    if (!connection().in_transaction()) return;
    if (auto undone = connection().execute("ROLLBACK"); !undone)
        log::error("sqlite.rollback_failed", {{"reason", undone.error().message}});
}

Result<void> SqliteConnection::close() {
    if (!database_) return {};
    return guarded([&] { return database_->close(); });
}

}  // namespace preau::central::sql
