// SPDX-License-Identifier: Apache-2.0
#include "central/desk/tables.hpp"

namespace preau::central {

namespace desk_text {
extern const std::string_view tables, tables_sqlite, tables_postgresql;
}  // namespace desk_text

sql::Step desk_tables() {
    return {{{}, desk_text::tables},
            {sql::Engine::sqlite, desk_text::tables_sqlite},
            {sql::Engine::postgresql, desk_text::tables_postgresql}};
}

}  // namespace preau::central
