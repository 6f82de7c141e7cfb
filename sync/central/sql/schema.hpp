// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "central/sql/connection.hpp"
#include "sqlite/connection.hpp"

#include <vector>

namespace preau::central::sql {

/// SQL for both engines, or for the one named.
struct Part {
    std::optional<Engine> only;
    std::string_view text;
};
using Step = std::vector<Part>;

/// The tables of the platform's database. Its version is the number of its last migration.
struct Schema {
    std::string name;
    std::int64_t application_id = 0;  ///< in the header of an SQLite file
    Step current;                     ///< makes an empty database one of today's
    std::vector<Step> migrations;     ///< from version n to n + 1, never edited
    /// Names the first row of a damaged SQLite file that cannot be read.
    std::string (*first_damage)(sqlite::Connection&) = nullptr;

    std::int64_t version() const { return static_cast<std::int64_t>(migrations.size()); }
};

/// The parts of a step that an engine runs, one after the other.
std::string text_for(Engine engine, const Step& step);

}  // namespace preau::central::sql
