// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace preau::importers {

/// One key of a QROCM solution and the texts under it.
struct YamlList {
    std::string key;
    std::vector<std::string> values;

    bool operator==(const YamlList&) const = default;
};

/// Reads "key: value" and "key:" followed by "- value" lines, every scalar as the text it is.
/// Refused: any other shape, aliases (they may grow without bound), more than one document.
Result<std::vector<YamlList>> read_yaml_lists(std::string_view yaml);

}  // namespace preau::importers
