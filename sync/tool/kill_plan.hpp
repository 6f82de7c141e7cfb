// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/random.hpp"

#include <vector>

namespace preau::tool {

/// When the box is killed during a rehearsal: once so many answers have been acknowledged, and that
/// long after. Spread over the run, in rising order, never once the last answers are in.
struct KillMoment {
    std::size_t answers = 0;
    Duration delay;
};
std::vector<KillMoment> plan_kills(std::size_t kills, std::size_t answers_expected,
                                   SplitMix64& random);

}  // namespace preau::tool
