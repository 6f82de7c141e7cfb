// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytes.hpp"

#include <string>
#include <variant>
#include <vector>

namespace preau::central::sql {

/// What a column of a row holds. Text and bytes are not told apart: the query knows.
using Cell = std::variant<std::monostate, std::int64_t, Bytes>;

/// One row of an answer; it must not outlive its Rows. Columns are counted from 0. Asking a column
/// for what it does not hold is a bug and aborts.
class Row {
  public:
    explicit Row(const Cell* cells) : cells_(cells) {}

    bool is_null(std::size_t column) const { return cells_[column].index() == 0; }
    std::int64_t integer(std::size_t column) const;
    std::string text(std::size_t column) const { return std::string(as_text(blob(column))); }
    ByteView blob(std::size_t column) const;
    /// Malformed when the column does not hold N bytes.
    template <std::size_t N>
    Result<ByteArray<N>> array(std::size_t column) const {
        return to_array<N>(blob(column));
    }

  private:
    const Cell* cells_;
};

/// A whole answer, in memory: a query that could give very many rows must bound them itself.
class Rows {
  public:
    Rows() = default;
    Rows(std::size_t columns, std::vector<Cell> cells)
        : columns_(columns), cells_(std::move(cells)) {}

    std::size_t size() const { return columns_ == 0 ? 0 : cells_.size() / columns_; }
    bool empty() const { return size() == 0; }
    Row operator[](std::size_t row) const;

  private:
    std::size_t columns_ = 0;
    std::vector<Cell> cells_;
};

}  // namespace preau::central::sql
