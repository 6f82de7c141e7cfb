// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "answers/key.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace preau::answers {

/// How one typed text was compared.
struct Comparison {
    std::string field;  ///< empty for a qroc
    std::string typed;
    /// What each step left of it: "pretreatment", then "t1", "t2" when they are on.
    std::vector<std::pair<std::string, std::string>> steps;
    std::string nearest;       ///< the accepted text that is nearest once both are treated
    std::size_t distance = 0;  ///< edits between the two
    double part = 0;           ///< of the answer's characters that differ; t3 allows kDifferenceMax
    bool right = false;
};

/// One for a qroc, one for each field of a qrocm; none for the other types, or for a value that is
/// not of the key's shape. Secret: for the people who write questions.
std::vector<Comparison> explain(const Key& key, std::string_view value);

}  // namespace preau::answers
