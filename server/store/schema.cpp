// SPDX-License-Identifier: Apache-2.0
#include "store/schema.hpp"

#include "sqlite/damage.hpp"

namespace preau::store {

namespace sql {
extern const std::string_view current;
extern const std::string_view migration_0001;
extern const std::string_view migration_0002;
extern const std::string_view convenience;
extern const std::string_view convenience_0001;
}  // namespace sql

namespace {

std::string first_damaged_record(sqlite::Connection& connection) {
    return sqlite::first_damaged_record(
        connection,
        "SELECT session, seq, header, leaf, salt, payload FROM journal ORDER BY session, seq");
}

}  // namespace

const sqlite::Schema& journal_schema() {
    static const std::string_view migrations[] = {sql::migration_0001, sql::migration_0002};
    static const sqlite::Schema schema{.name = "journal",
                                       .application_id = 0x50524531,  // "PRE1", as in the headers
                                       .current = sql::current,
                                       .migrations = migrations,
                                       .first_damage = first_damaged_record};
    return schema;
}

const sqlite::Schema& convenience_schema() {
    static const std::string_view migrations[] = {sql::convenience_0001};
    static const sqlite::Schema schema{
        .name = "convenience database",
        .application_id = 0x50524331,  // "PRC1"
        .current = sql::convenience,
        .migrations = migrations,
        .first_damage = [](sqlite::Connection&) { return std::string(); },
        .durability = sqlite::Durability::some_commits};
    return schema;
}

}  // namespace preau::store
