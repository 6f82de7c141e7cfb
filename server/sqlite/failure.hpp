// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"

#include <string_view>

struct sqlite3;

namespace preau::sqlite {

/// What the library reported, as "intent: sentence for the operator (SQLite code: its words)",
/// without the first part when intent is empty. The code is the extended one. Damage and broken
/// constraints are malformed, the rest environment. db may be null when no connection could be
/// made.
Error failure(sqlite3* db, int code, std::string_view intent);

}  // namespace preau::sqlite
