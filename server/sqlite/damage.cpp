// SPDX-License-Identifier: Apache-2.0
#include "sqlite/damage.hpp"

#include <fmt/format.h>

namespace preau::sqlite {

std::string first_damaged_record(Connection& connection, std::string_view query) {
    auto rows = connection.prepare(query);
    if (!rows) return "";
    std::string session = "the first";
    std::int64_t next = 0;
    while (true) {
        const auto row = rows->next();
        if (!row) return fmt::format("record {} of session {}", next, session);
        if (!*row) return "";
        session = to_hex(rows->blob(0));
        next = rows->integer(1) + 1;
    }
}

}  // namespace preau::sqlite
