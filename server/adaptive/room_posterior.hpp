// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "adaptive/ability_grid.hpp"
#include "adaptive/bank.hpp"
#include "adaptive/capacity.hpp"
#include "adaptive/item_response.hpp"

#include <array>
#include <span>

namespace preau::adaptive {

inline constexpr std::size_t kNodes = 15;

struct MeanAndSd {
    double mean = 0.0;
    double sd = 0.0;
};

/// What is known of a candidate: θ_c = θ + u_c for each competence, θ ~ N(mean, sd²) and
/// u_c ~ N(0, τ²) before any answer. Given θ the competences are independent, so each keeps, by
/// ability, the likelihood of its answers and the two moments of u_c.
struct RoomPosterior {
    struct Competence {
        AbilityGrid likelihood;  ///< of its answers, u_c integrated out; the highest is 1
        AbilityGrid mean;        ///< of u_c given θ and its answers
        AbilityGrid variance;
    };
    std::array<Competence, kCompetencesMax> competences;
    AbilityGrid ability;  ///< posterior of θ; sums to 1
};

/// One answer as its competence counts it.
struct CompetenceResponse {
    std::size_t competence;
    Response response;
};

/// The hierarchical model of a version. Immutable; its functions allocate nothing unless said so.
class RoomModel {
  public:
    /// `competences`: 1 to 16.
    RoomModel(const RoomParameters& parameters, std::size_t competences);

    const Asymptotes& asymptotes() const { return asymptotes_; }
    double competence_sd() const { return competence_sd_; }

    RoomPosterior prior() const;
    /// Counts again every answer of a competence, one of which is new.
    void update(RoomPosterior& posterior, std::size_t competence,
                std::span<const CompetenceResponse> responses) const;

    /// Of θ.
    MeanAndSd ability(const RoomPosterior& posterior) const;
    /// Of the mean of the competences.
    MeanAndSd capacity(const RoomPosterior& posterior) const;
    /// Of θ_c.
    MeanAndSd competence(const RoomPosterior& posterior, std::size_t competence) const;

    /// Abilities under which θ_c lies with these probabilities (increasing, in 0..1). Allocates.
    std::vector<double> quantiles(const RoomPosterior& posterior, std::size_t competence,
                                  std::span<const CompetenceResponse> responses,
                                  std::span<const double> probabilities) const;

  private:
    struct Joint;
    void spread(Joint& joint, std::size_t competence,
                std::span<const CompetenceResponse> responses) const;
    void combine(RoomPosterior& posterior) const;

    Asymptotes asymptotes_;
    double competence_sd_;
    std::size_t competences_;
    AbilityGrid abilities_;
    AbilityGrid prior_;
    std::array<double, kNodes> deviations_;  // values of u_c
    std::array<double, kNodes> weights_;     // their prior probabilities
};

}  // namespace preau::adaptive
