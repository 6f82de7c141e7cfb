// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>

namespace preau::adaptive {

/// The room engine's grid of abilities: 81 points from -9 to 9, in equal steps. Three points of no
/// weight follow, so that loops go by four.
inline constexpr std::size_t kAbilities = 81;
inline constexpr std::size_t kAbilitiesPadded = 84;
using AbilityGrid = std::array<double, kAbilitiesPadded>;

constexpr double ability_at(std::size_t point) {
    return -9.0 + 18.0 * static_cast<double>(point) / 80.0;
}

/// Σ a b, in four sums: the same on every machine, and fast.
inline double dot(const double* first, const double* second) {
    double sums[4] = {};
    for (std::size_t k = 0; k < kAbilitiesPadded; k += 4)
        for (std::size_t lane = 0; lane < 4; ++lane)
            sums[lane] += first[k + lane] * second[k + lane];
    return (sums[0] + sums[1]) + (sums[2] + sums[3]);
}

inline double dot(const AbilityGrid& first, const AbilityGrid& second) {
    return dot(first.data(), second.data());
}

}  // namespace preau::adaptive
