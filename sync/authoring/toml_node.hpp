// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "authoring/problem.hpp"
#include "base/result.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace preau::authoring {

/// One TOML value and the line where it stands. Dates and times are not used by packs and read as
/// `other`, which no field accepts.
struct TomlNode {
    struct Other {};
    using List = std::vector<TomlNode>;
    using Table = std::vector<std::pair<std::string, TomlNode>>;

    int line = 0;
    std::variant<Other, bool, std::int64_t, double, std::string, List, Table> value;
};

/// Reads a whole TOML text. `first_line` is the line of the file where the text begins, so that
/// problems point into the file and not into the header.
Result<TomlNode, Problem> read_toml(std::string_view text, const std::string& file, int first_line);

}  // namespace preau::authoring
