// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sqlite/schema.hpp"

namespace preau::store {

/// Tables of the box's database: schema.sql is today's state, migrations/ the way to it.
const sqlite::Schema& journal_schema();

/// Tables of the convenience database: convenience.sql.
const sqlite::Schema& convenience_schema();

}  // namespace preau::store
