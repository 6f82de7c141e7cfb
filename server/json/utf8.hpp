// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

namespace preau::json {

/// Bytes of the longest well-formed beginning (Unicode 15, table 3-7: no overlong form, no
/// surrogate, nothing above U+10FFFF).
std::size_t valid_utf8_bytes(std::string_view text);

inline bool is_utf8(std::string_view text) { return valid_utf8_bytes(text) == text.size(); }

}  // namespace preau::json
