// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace preau::importers {

/// The text without the spaces, tabs and line ends around it.
constexpr std::string_view trimmed(std::string_view text) {
    constexpr std::string_view space = " \t\r\n";
    const auto first = text.find_first_not_of(space);
    if (first == std::string_view::npos) return "";
    return text.substr(first, text.find_last_not_of(space) - first + 1);
}

}  // namespace preau::importers
