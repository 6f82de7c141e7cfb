// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sqlite/connection.hpp"

#include <string>

namespace preau::sqlite {

/// Names the first record that a damaged database cannot give, "record 12 of session 5a…"; empty
/// when all can be read. The query selects session, seq and every other column, in that order of
/// rows: a row may be damaged anywhere.
std::string first_damaged_record(Connection& connection, std::string_view query);

}  // namespace preau::sqlite
