// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "json/value.hpp"

namespace preau::json {

/// The one spelling of a value: no spaces, members in their order, only the escapes that JSON
/// requires, doubles as the shortest digits that read back to the same bits. Bytes that are not
/// UTF-8 become U+FFFD: what is written is always valid.
std::string write(const Value& value);

}  // namespace preau::json
