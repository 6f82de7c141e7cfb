// SPDX-License-Identifier: Apache-2.0
#include "central/schema.hpp"

#include "central/desk/tables.hpp"
#include "sqlite/damage.hpp"

namespace preau::central {

namespace text {
extern const std::string_view current, current_sqlite, current_postgresql;
extern const std::string_view migration_0001, migration_0002_before, migration_0002_after;
}  // namespace text

namespace {

using sql::Engine;

std::string first_damaged_event(sqlite::Connection& connection) {
    return sqlite::first_damaged_record(
        connection,
        "SELECT session, seq, header, leaf, salt, payload FROM event ORDER BY session, seq");
}

sql::Step with_current(sql::Step before, const sql::Step& after) {
    before.push_back({{}, text::current});
    before.push_back({Engine::sqlite, text::current_sqlite});
    before.push_back({Engine::postgresql, text::current_postgresql});
    for (const auto& part : desk_tables()) before.push_back(part);
    before.insert(before.end(), after.begin(), after.end());
    return before;
}

}  // namespace

const sql::Schema& central_schema() {
    // The last migration makes today's tables: whoever adds one after it first copies their text.
    static const sql::Schema schema{
        .name = "platform's register",
        .application_id = 0x50524543,  // "PREC"
        .current = with_current({}, {}),
        .migrations = {{{Engine::sqlite, text::migration_0001}},
                       with_current({{Engine::sqlite, text::migration_0002_before}},
                                    {{Engine::sqlite, text::migration_0002_after}})},
        .first_damage = first_damaged_event};
    return schema;
}

std::string database_in(const std::filesystem::path& data) {
    return "sqlite:" + (data / "central.db").string();
}

}  // namespace preau::central
