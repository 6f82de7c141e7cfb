// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "adaptive/certification_version.hpp"
#include "adaptive/item.hpp"
#include "base/random.hpp"

#include <fmt/format.h>

#include <vector>

/// Banks and versions made up for tests of the engines.
namespace preau::test {

/// Questions of 16 competences in turn, five tubes each.
inline std::vector<adaptive::Item> synthetic_bank(int count, std::uint64_t seed) {
    SplitMix64 random(seed);
    std::vector<adaptive::Item> items;
    for (int i = 0; i < count; ++i)
        items.push_back({.id = fmt::format("{}", i),
                         .competence = fmt::format("{:02}", i % 16),
                         .tube = fmt::format("{}", i % 80),
                         .skill = fmt::format("{}", i),
                         .discriminant = 0.6 + 1.6 * random.uniform(),
                         .difficulty = -4.0 + 8.0 * random.uniform()});
    return items;
}

inline adaptive::CertificationVersion small_version(adaptive::Algorithm algorithm) {
    adaptive::CertificationVersion version;
    version.algorithm = algorithm;
    version.mesh_intervals = {{0, -8, -1.4},  {1, -1.4, -0.519}, {2, -0.519, 0.6}, {3, 0.6, 1.5},
                              {4, 1.5, 2.25}, {5, 2.25, 3.1},    {6, 3.1, 4},      {7, 4, 8}};
    for (int competence = 0; competence < 16; ++competence)
        version.competence_intervals[fmt::format("{:02}", competence)] = version.mesh_intervals;
    return version;
}

}  // namespace preau::test
