// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

namespace preau::answers {

/// Part of the answer's characters that may differ (treatment t3).
inline constexpr double kDifferenceMax = 0.25;

/// Levenshtein distance in code points.
std::size_t edit_distance(std::string_view a, std::string_view b);

/// True when the Levenshtein distance in code points, divided by the length of the answer, is at
/// most `difference_max` (string-similarity-service.js). An empty answer is close to nothing but
/// an empty reference.
bool is_close(std::string_view answer, std::string_view reference,
              double difference_max = kDifferenceMax);

}  // namespace preau::answers
