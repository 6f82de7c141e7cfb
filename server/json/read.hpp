// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.hpp"
#include "json/value.hpp"

namespace preau::json {

/// Reads one whole text. Refused, with the byte where it went wrong: anything RFC 8259 does not
/// allow, text after the value, bad UTF-8, lone surrogates, a name twice in one object, more than
/// limits::json_depth_max arrays and objects inside each other, whole numbers outside ±2⁵³, doubles
/// that would become infinite or vanish. Doubles are the nearest to what is written.
Result<Value> read(std::string_view text);

}  // namespace preau::json
