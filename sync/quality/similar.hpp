// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace preau::quality {

struct Similar {
    std::size_t first;   ///< index of a text
    std::size_t second;  ///< of a later one
    double likeness;     ///< 0 to 1, Jaccard index of their runs of three words
};

/// Pairs of texts at least that alike, the most alike first. Case, accents and punctuation do not
/// count (Broder's shingles, 1997).
std::vector<Similar> similar_texts(std::span<const std::string> texts, double threshold);

}  // namespace preau::quality
