// SPDX-License-Identifier: Apache-2.0
#include "sim/plan.hpp"

#include "sim/chance.hpp"

namespace preau::sim {

Plan make_plan(std::uint64_t seed) {
    Chance chance(seed);
    Plan plan;
    plan.seed = seed;
    plan.deadline_policy = chance.one_in(2) ? adaptive::DeadlinePolicy::close
                                            : adaptive::DeadlinePolicy::ask_invigilator;
    // Every second test is so short that the slow ones reach the deadline.
    plan.assessment_minutes = chance.one_in(2) ? static_cast<int>(chance.between(4, 8)) : 105;
    plan.algorithm = seed % 2 == 0 ? adaptive::Algorithm::room : adaptive::Algorithm::pix_flash_v3;
    plan.network_mode = chance.one_in(3) ? api::NetworkMode::nat : api::NetworkMode::direct;
    plan.calm_at = chance.between(minutes(8), minutes(14));
    plan.lost_percent = static_cast<std::uint64_t>(chance.between(1, 15));
    plan.duplicate_percent = static_cast<std::uint64_t>(chance.between(1, 15));
    plan.late_percent = static_cast<std::uint64_t>(chance.between(1, 10));
    plan.turns_between_deaths = static_cast<std::uint64_t>(chance.between(30, 300));
    plan.between_mishaps = chance.between(seconds(2), seconds(15));
    return plan;
}

}  // namespace preau::sim
