// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytes.hpp"

#include <memory>
#include <span>
#include <string>
#include <variant>

struct sqlite3_stmt;

namespace preau::sqlite {

/// A value whose type is known only at run time; without one it is NULL.
using Value = std::variant<std::monostate, std::int64_t, std::string_view, ByteView>;

enum class ColumnType { null, integer, text, blob };

/// One prepared SQL statement, used again and again. It must be destroyed before its Connection and
/// shares its thread.
class Statement {
  public:
    /// Starts over with these values in place of the `?`, in order: std::int64_t, std::string_view
    /// (TEXT) or ByteView (BLOB). Values are copied. What goes wrong is reported by next().
    template <class... Values>
    Statement& bind(const Values&... values) {
        start_over();
        int position = 0;
        (set(++position, values), ...);
        return *this;
    }

    /// The same with values of any types: value n in place of `?n`.
    Statement& bind_each(std::span<const Value> values);

    /// True with a row to read, false at the end.
    Result<bool> next();
    /// bind(), then runs to the end; for statements that return no row.
    template <class... Values>
    Result<void> run(const Values&... values) {
        return bind(values...).finish();
    }

    int column_count() const;
    /// Of the value in the current row; a number with decimals is a bug of the query.
    ColumnType type(int column) const;
    // Columns of the current row, from 0. The column has the type that the schema gives it.
    std::int64_t integer(int column) const;
    std::string text(int column) const;
    /// Valid until the next call of next() or bind().
    ByteView blob(int column) const;
    bool is_null(int column) const;

  private:
    friend class Connection;
    struct Finalise {
        void operator()(sqlite3_stmt* statement) const;
    };
    explicit Statement(sqlite3_stmt* statement) : statement_(statement) {}

    void start_over();
    void set(int position, std::monostate null);
    void set(int position, std::int64_t value);
    void set(int position, std::string_view value);
    void set(int position, ByteView value);
    Result<void> finish();

    std::unique_ptr<sqlite3_stmt, Finalise> statement_;
    int bind_code_ = 0;
};

}  // namespace preau::sqlite
