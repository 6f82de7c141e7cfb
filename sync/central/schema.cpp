// SPDX-License-Identifier: Apache-2.0
#include "central/schema.hpp"

#include <fmt/format.h>

namespace preau::central {

namespace sql {
extern const std::string_view current;
extern const std::string_view migration_0001;
}  // namespace sql

namespace {

/// Every column is read: a row may be damaged anywhere.
std::string first_damaged_event(sqlite::Connection& connection) {
    auto query = connection.prepare(
        "SELECT session, seq, header, leaf, salt, payload FROM event ORDER BY session, seq");
    if (!query) return "";
    std::string session = "the first";
    std::int64_t next = 0;
    while (true) {
        const auto row = query->next();
        if (!row) return fmt::format("record {} of session {}", next, session);
        if (!*row) return "";
        session = to_hex(query->blob(0));
        next = query->integer(1) + 1;
    }
}

}  // namespace

const sqlite::Schema& central_schema() {
    static const std::string_view migrations[] = {sql::migration_0001};
    static const sqlite::Schema schema{.name = "platform's register",
                                       .application_id = 0x50524543,  // "PREC"
                                       .current = sql::current,
                                       .migrations = migrations,
                                       .first_damage = first_damaged_event};
    return schema;
}

}  // namespace preau::central
