// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "adaptive/engine.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace preau::simulation {

/// One simulated test.
struct Outcome {
    double truth = 0.0;  ///< mean of the abilities in the bank's competences
    adaptive::Estimate running;
    adaptive::AbilityEstimate certified;
    std::array<double, adaptive::kCompetencesMax> true_competences{};
    std::array<adaptive::MeanAndSd, adaptive::kCompetencesMax> competences{};
    std::vector<std::uint16_t> items;  ///< asked, in order
    std::size_t pool_left = 0;  ///< questions still possible in the competence that has fewest
};

/// A figure and its Monte-Carlo standard error.
struct Figure {
    double value = 0.0;
    double error = 0.0;
};

struct Accuracy {
    Figure rmse;
    Figure bias;
    Figure coverage;  ///< share of the truths within 1.96 standard errors
};

struct AbilityBand {
    double from = 0.0;
    double to = 0.0;
    std::size_t candidates = 0;
    Accuracy running;
    Accuracy certified;
    double reported_error = 0.0;  ///< root mean square of the certified standard error
    double bound = 0.0;           ///< 1/√I of the best test of the bank at the band's middle
};

struct Metrics {
    std::size_t candidates = 0;
    Accuracy running;    ///< what the test went by: the posterior mean, or Pix's capacity
    Accuracy certified;  ///< what is certified: Warm's estimate, or Pix's capacity
    Accuracy competence;
    double reliability = 0.0;  ///< squared correlation of the certified and the true
    double profile_correlation =
        0.0;  ///< of the competences' deviations from the mean; 0: no profile
    std::vector<AbilityBand> bands;  ///< by true ability; none for fewer than 20 candidates

    std::vector<double> exposure;  ///< by item: share of the candidates who met it
    double exposure_max = 0.0;
    double overlap = 0.0;  ///< share of questions that any two candidates have in common
    double same_ability_overlap = 0.0;  ///< two candidates of nearly the same true ability
    double first_question_max = 0.0;  ///< share of the candidates with the commonest first question
    /// Share of questions that a neighbour meets at the same place of the test, two places more or
    /// less.
    double neighbour_overlap = 0.0;
    double neighbour_whole_overlap = 0.0;  ///< the same, at whatever place
    double never_used = 0.0;               ///< share of the bank
    std::size_t shortest_test = 0;         ///< questions; less than the version's: the pool ran out
    std::size_t pool_left_min = 0;
};

/// `room`: candidates who sat together, one after the other in the outcomes.
Metrics measure(std::span<const Outcome> outcomes, const adaptive::Bank& bank, std::size_t length,
                std::size_t room);

/// Overlap of any two of these tests of `length` questions, by the exact mean over the pairs.
double mean_overlap(std::span<const std::size_t> times_asked, std::size_t candidates,
                    std::size_t length);

/// Information at that ability of the best test of `length` questions, equally many of each
/// competence, no two of a tube.
double best_information(const adaptive::Bank& bank, double ability, std::size_t length);

}  // namespace preau::simulation
