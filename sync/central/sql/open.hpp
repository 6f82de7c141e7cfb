// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "central/sql/schema.hpp"

#include <memory>

namespace preau::central::sql {

/// Opens "sqlite:PATH" or "postgresql://…" with today's tables: makes or migrates them first. On
/// SQLite this process is then the only one that may write (sqlite::Database); on PostgreSQL any
/// number of processes and connections share the database. A database of a newer version is
/// refused.
Result<std::unique_ptr<Connection>> open(const std::string& url, const Schema& schema);

/// Opens to read only, beside whoever writes. Refused when the tables are not today's.
Result<std::unique_ptr<Connection>> open_reader(const std::string& url, const Schema& schema);

/// Which engine an address names.
Result<Engine> engine_of(const std::string& url);

}  // namespace preau::central::sql
