// SPDX-License-Identifier: Apache-2.0
#include "central/schema.hpp"

#include "sqlite/damage.hpp"

namespace preau::central {

namespace sql {
extern const std::string_view current;
extern const std::string_view migration_0001;
}  // namespace sql

namespace {

std::string first_damaged_event(sqlite::Connection& connection) {
    return sqlite::first_damaged_record(
        connection,
        "SELECT session, seq, header, leaf, salt, payload FROM event ORDER BY session, seq");
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
