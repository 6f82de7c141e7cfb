// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sqlite/schema.hpp"

namespace preau::central {

/// Tables of the platform's database: schema.sql is today's state, migrations/ the way to it.
const sqlite::Schema& central_schema();

}  // namespace preau::central
