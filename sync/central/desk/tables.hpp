// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "central/sql/schema.hpp"

namespace preau::central {

/// What makes the desk's tables, in an empty database.
sql::Step desk_tables();

}  // namespace preau::central
