// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sqlite/connection.hpp"

#include <span>

namespace preau::sqlite {

/// The tables of one kind of database. Its version is the number of its last migration.
struct Schema {
    std::string_view name;        ///< what an operator calls such a file: "journal"
    std::int64_t application_id;  ///< written in the file's header, 31 bits
    std::string_view current;     ///< SQL that makes an empty database one of today's
    std::span<const std::string_view> migrations;  ///< SQL from version n to n + 1, never edited
    /// Names the first row of a damaged database that cannot be read, empty when none stands out.
    std::string (*first_damage)(Connection&);
    Durability durability = Durability::every_commit;

    std::int64_t version() const { return static_cast<std::int64_t>(migrations.size()); }
};

/// 0 for an empty database. Malformed for the database of another program, and for one that a newer
/// version of ours has written. Writes nothing.
Result<std::int64_t> schema_version(Connection& connection, const Schema& schema);

/// Brings the database to today's version in one transaction, or leaves it as it was.
Result<void> migrate(Connection& connection, const Schema& schema);

/// The same from `version` only through migrations, even from an empty database.
Result<void> apply_migrations(Connection& connection, const Schema& schema, std::int64_t version);

}  // namespace preau::sqlite
