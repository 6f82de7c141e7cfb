// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "adaptive/engine.hpp"
#include "base/random.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace preau::simulation {

/// Who sits the simulated tests, and how they answer.
struct Population {
    double ability_mean = 0.5;
    double ability_sd = 1.3;
    double competence_sd = 0.5;      ///< of each competence around the candidate's ability
    double room_share = 0.0;         ///< share of the ability's variance that a room has in common
    std::optional<double> ability;   ///< everyone's, instead of drawn; competences too
    double slip = 0.0;               ///< probability of a wrong answer that one knows
    double guess = 0.0;              ///< probability of a right answer that one does not know
    int first_wrong = 0;             ///< the first answers are wrong whatever one knows
    double calibration_error = 0.0;  ///< sd of the true difficulty around the pack's, logits
};

/// The abilities behind the answers.
struct Truth {
    std::array<double, adaptive::kCompetencesMax> competences{};
    double mean = 0.0;  ///< of the bank's competences
};

/// Standard normal, by Box and Muller.
double draw_normal(SplitMix64& random);

/// `room_deviation`: standard normal, what the room has in common.
Truth draw_truth(const Population& population, std::size_t competences, double room_deviation,
                 SplitMix64& random);

/// Whether the candidate answers right. `answered`: how many answers came before.
bool draw_answer(const Population& population, const Truth& truth, std::size_t answered,
                 std::size_t competence, const adaptive::Response& calibration, SplitMix64& random);

}  // namespace preau::simulation
