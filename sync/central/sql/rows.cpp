// SPDX-License-Identifier: Apache-2.0
#include "central/sql/rows.hpp"

#include "base/check.hpp"

namespace preau::central::sql {

std::int64_t Row::integer(std::size_t column) const {
    const auto* number = std::get_if<std::int64_t>(&cells_[column]);
    PREAU_CHECK(number != nullptr);
    return *number;
}

ByteView Row::blob(std::size_t column) const {
    const auto* bytes = std::get_if<Bytes>(&cells_[column]);
    PREAU_CHECK(bytes != nullptr);
    return *bytes;
}

Row Rows::operator[](std::size_t row) const {
    PREAU_CHECK(row < size());
    return Row(cells_.data() + row * columns_);
}

}  // namespace preau::central::sql
