// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/gate.hpp"

#include <string_view>

namespace preau::http {

/// Parses a whole head, from the request line to the empty line that ends it. Refuses with 505
/// for another version of HTTP and 400 for what is not a head; everything else is the gate's.
Result<Head, Refused> parse_head(std::string_view text);

}  // namespace preau::http
