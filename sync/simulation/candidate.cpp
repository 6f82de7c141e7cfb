// SPDX-License-Identifier: Apache-2.0
#include "simulation/candidate.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace preau::simulation {

double draw_normal(SplitMix64& random) {
    const double radius = std::sqrt(-2.0 * std::log(std::max(random.uniform(), 0x1p-53)));
    return radius * std::cos(2.0 * std::numbers::pi * random.uniform());
}

Truth draw_truth(const Population& population, std::size_t competences, double room_deviation,
                 SplitMix64& random) {
    const double deviation = std::sqrt(population.room_share) * room_deviation +
                             std::sqrt(1.0 - population.room_share) * draw_normal(random);
    const double ability =
        population.ability.value_or(population.ability_mean + population.ability_sd * deviation);
    Truth truth;
    for (std::size_t c = 0; c < competences; ++c) {
        const double own = population.ability ? 0.0 : population.competence_sd;
        truth.competences.at(c) = ability + own * draw_normal(random);
        truth.mean += truth.competences.at(c) / static_cast<double>(competences);
    }
    return truth;
}

bool draw_answer(const Population& population, const Truth& truth, std::size_t answered,
                 std::size_t competence, const adaptive::Response& calibration,
                 SplitMix64& random) {
    const double knows = adaptive::success_probability(
        truth.competences.at(competence), calibration.discriminant, calibration.difficulty);
    const double draw = random.uniform();
    if (answered < static_cast<std::size_t>(population.first_wrong)) return false;
    return draw < population.guess + (1.0 - population.guess - population.slip) * knows;
}

}  // namespace preau::simulation
