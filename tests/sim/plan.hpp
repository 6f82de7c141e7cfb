// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "adaptive/certification_version.hpp"
#include "api/rate_limits.hpp"
#include "base/time.hpp"

namespace preau::sim {

/// The weather of one world, drawn from its seed: how much goes wrong, and until when.
struct Plan {
    std::uint64_t seed = 0;
    std::uint32_t candidates = 24;
    adaptive::DeadlinePolicy deadline_policy{};
    int assessment_minutes = 105;
    adaptive::Algorithm algorithm{};
    api::NetworkMode network_mode{};

    Duration calm_at;  ///< from here on nothing fails any more
    std::uint64_t lost_percent = 0;
    std::uint64_t duplicate_percent = 0;
    std::uint64_t late_percent = 0;
    std::uint64_t turns_between_deaths = 0;
    Duration between_mishaps;  ///< of browsers, cables and clocks
};

Plan make_plan(std::uint64_t seed);

}  // namespace preau::sim
