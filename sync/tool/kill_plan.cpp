// SPDX-License-Identifier: Apache-2.0
#include "tool/kill_plan.hpp"

namespace preau::tool {

namespace {

constexpr std::uint64_t kDelayMsMax = 25;

}  // namespace

std::vector<KillMoment> plan_kills(std::size_t kills, std::size_t answers_expected,
                                   SplitMix64& random) {
    // The last tenth is left out: the box must still be killed while answers are flowing.
    const std::size_t span = answers_expected * 9 / 10 / (kills + 1) + 1;
    std::vector<KillMoment> moments;
    for (std::size_t i = 0; i < kills; ++i)
        moments.push_back({i * span + 1 + random.below(span),
                           milliseconds(static_cast<std::int64_t>(random.below(kDelayMsMax)))});
    return moments;
}

}  // namespace preau::tool
