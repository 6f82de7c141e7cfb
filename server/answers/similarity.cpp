// SPDX-License-Identifier: Apache-2.0
#include "answers/similarity.hpp"

#include "answers/unicode.hpp"

#include <algorithm>
#include <numeric>
#include <vector>

namespace preau::answers {

namespace {

std::size_t levenshtein(std::u32string_view a, std::u32string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({substituted, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row.back();
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
    return levenshtein(code_points(a), code_points(b));
}

bool is_close(std::string_view answer, std::string_view reference, double difference_max) {
    const auto a = code_points(answer);
    const auto b = code_points(reference);
    if (a.empty()) return b.empty();
    const double allowed = difference_max * static_cast<double>(a.size());
    // The distance is never under the difference of lengths: a very long answer costs nothing.
    const auto longer = std::max(a.size(), b.size()) - std::min(a.size(), b.size());
    if (static_cast<double>(longer) > allowed) return false;
    return static_cast<double>(levenshtein(a, b)) / static_cast<double>(a.size()) <= difference_max;
}

}  // namespace preau::answers
