// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "central/sql/open.hpp"

#include <filesystem>

namespace preau::central {

/// Tables of the platform's database: schema*.sql is today's state, migrations/ the way to it.
const sql::Schema& central_schema();

/// Where the tables of a platform are that was told of no other place.
std::string database_in(const std::filesystem::path& data);

}  // namespace preau::central
