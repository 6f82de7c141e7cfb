// SPDX-License-Identifier: Apache-2.0
#include "adaptive/room_posterior.hpp"

#include "adaptive/gauss_hermite.hpp"
#include "base/check.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace preau::adaptive {

/// Likelihood of a competence's answers at each ability and value of u_c, times the latter's prior.
struct RoomModel::Joint {
    std::array<AbilityGrid, kNodes> values;
};

namespace {

// e^-z falls apart into a factor of the ability and one of u_c: 96 exponentials instead of 1,215.
// Each factor is held under e^300 so that their product stays finite.
double bounded_exp(double exponent) { return std::exp(std::clamp(exponent, -300.0, 300.0)); }

void multiply_right(double* values, const double* odds, double factor, const Asymptotes& bounds) {
    const double lower = bounds.lower;
    const double width = bounds.width();
    for (std::size_t k = 0; k < kAbilitiesPadded; ++k)
        values[k] *= lower + width * (1.0 / (1.0 + odds[k] * factor));
}

void multiply_wrong(double* values, const double* odds, double factor, const Asymptotes& bounds) {
    const double slip = 1.0 - bounds.upper;
    const double width = bounds.width();
    for (std::size_t k = 0; k < kAbilitiesPadded; ++k) {
        const double against = odds[k] * factor;
        values[k] *= slip + width * (against / (1.0 + against));
    }
}

void add_moments(RoomPosterior::Competence& sums, const AbilityGrid& values, double deviation) {
    for (std::size_t k = 0; k < kAbilitiesPadded; ++k) {
        sums.likelihood[k] += values[k];
        sums.mean[k] += values[k] * deviation;
        sums.variance[k] += values[k] * (deviation * deviation);
    }
}

// Far from the candidate a likelihood may vanish altogether; there u_c is of no consequence.
void divide_moments(RoomPosterior::Competence& sums) {
    const double highest = *std::ranges::max_element(sums.likelihood);
    for (std::size_t k = 0; k < kAbilitiesPadded; ++k) {
        const double mass = sums.likelihood[k];
        const double mean = mass > 0.0 ? sums.mean[k] / mass : 0.0;
        sums.mean[k] = mean;
        sums.variance[k] = mass > 0.0 ? std::max(0.0, sums.variance[k] / mass - mean * mean) : 0.0;
        // Answers that no ability explains teach nothing.
        sums.likelihood[k] = highest > 0.0 ? mass / highest : 1.0;
    }
}

}  // namespace

RoomModel::RoomModel(const RoomParameters& parameters, std::size_t competences)
    : asymptotes_(asymptotes_of(parameters)),
      competence_sd_(parameters.competence_sd),
      competences_(competences) {
    PREAU_CHECK(competences >= 1 && competences <= kCompetencesMax);
    double mass = 0.0;
    for (std::size_t k = 0; k < kAbilitiesPadded; ++k) {
        abilities_[k] = ability_at(std::min(k, kAbilities - 1));
        const double gap = (abilities_[k] - parameters.population_mean) / parameters.population_sd;
        prior_[k] = k < kAbilities ? std::exp(-gap * gap / 2.0) : 0.0;
        mass += prior_[k];
    }
    for (auto& weight : prior_) weight /= mass;
    const auto quadrature = gauss_hermite<kNodes>();
    for (std::size_t n = 0; n < kNodes; ++n) {
        deviations_[n] = quadrature.nodes[n] * competence_sd_;
        weights_[n] = quadrature.weights[n];
    }
}

RoomPosterior RoomModel::prior() const {
    RoomPosterior posterior{};
    for (auto& competence : posterior.competences) {
        competence.likelihood.fill(1.0);
        competence.variance.fill(competence_sd_ * competence_sd_);
    }
    posterior.ability = prior_;
    return posterior;
}

void RoomModel::spread(Joint& joint, std::size_t competence,
                       std::span<const CompetenceResponse> responses) const {
    for (std::size_t n = 0; n < kNodes; ++n) joint.values[n].fill(weights_[n]);
    for (const auto& [of, response] : responses) {
        if (of != competence) continue;
        AbilityGrid odds;
        for (std::size_t k = 0; k < kAbilitiesPadded; ++k)
            odds[k] = bounded_exp(response.discriminant * (response.difficulty - abilities_[k]));
        for (std::size_t n = 0; n < kNodes; ++n) {
            const double factor = bounded_exp(-response.discriminant * deviations_[n]);
            (response.correct ? multiply_right : multiply_wrong)(joint.values[n].data(),
                                                                 odds.data(), factor, asymptotes_);
        }
    }
}

void RoomModel::update(RoomPosterior& posterior, std::size_t competence,
                       std::span<const CompetenceResponse> responses) const {
    Joint joint;
    spread(joint, competence, responses);
    auto& sums = posterior.competences.at(competence);
    sums = {};
    for (std::size_t n = 0; n < kNodes; ++n) add_moments(sums, joint.values[n], deviations_[n]);
    divide_moments(sums);
    combine(posterior);
}

void RoomModel::combine(RoomPosterior& posterior) const {
    auto product = prior_;
    for (std::size_t c = 0; c < competences_; ++c)
        for (std::size_t k = 0; k < kAbilitiesPadded; ++k)
            product[k] *= posterior.competences[c].likelihood[k];
    double mass = 0.0;
    for (const double value : product) mass += value;
    if (!(mass > 0.0)) return;
    for (std::size_t k = 0; k < kAbilitiesPadded; ++k) posterior.ability[k] = product[k] / mass;
}

MeanAndSd RoomModel::ability(const RoomPosterior& posterior) const {
    const double mean = dot(posterior.ability, abilities_);
    double variance = 0.0;
    for (std::size_t k = 0; k < kAbilities; ++k) {
        const double gap = abilities_[k] - mean;
        variance += posterior.ability[k] * gap * gap;
    }
    return {mean, std::sqrt(variance)};
}

MeanAndSd RoomModel::capacity(const RoomPosterior& posterior) const {
    const double share = 1.0 / static_cast<double>(competences_);
    auto means = abilities_;
    AbilityGrid variances{};
    for (std::size_t c = 0; c < competences_; ++c)
        for (std::size_t k = 0; k < kAbilitiesPadded; ++k) {
            means[k] += posterior.competences[c].mean[k] * share;
            variances[k] += posterior.competences[c].variance[k] * (share * share);
        }
    const double mean = dot(posterior.ability, means);
    for (std::size_t k = 0; k < kAbilitiesPadded; ++k)
        variances[k] += (means[k] - mean) * (means[k] - mean);
    return {mean, std::sqrt(dot(posterior.ability, variances))};
}

MeanAndSd RoomModel::competence(const RoomPosterior& posterior, std::size_t competence) const {
    const auto& own = posterior.competences.at(competence);
    const double mean = dot(posterior.ability, abilities_) + dot(posterior.ability, own.mean);
    double variance = 0.0;
    for (std::size_t k = 0; k < kAbilities; ++k) {
        const double gap = abilities_[k] + own.mean[k] - mean;
        variance += posterior.ability[k] * (gap * gap + own.variance[k]);
    }
    return {mean, std::sqrt(variance)};
}

std::vector<double> RoomModel::quantiles(const RoomPosterior& posterior, std::size_t competence,
                                         std::span<const CompetenceResponse> responses,
                                         std::span<const double> probabilities) const {
    Joint joint;
    spread(joint, competence, responses);
    std::vector<std::pair<double, double>> points;  // θ_c, its probability
    points.reserve(kAbilities * kNodes);
    for (std::size_t k = 0; k < kAbilities; ++k) {
        double mass = 0.0;
        for (std::size_t n = 0; n < kNodes; ++n) mass += joint.values[n][k];
        const double scale = mass > 0.0 ? posterior.ability[k] / mass : 0.0;
        for (std::size_t n = 0; n < kNodes; ++n)
            points.emplace_back(abilities_[k] + deviations_[n], joint.values[n][k] * scale);
    }
    std::ranges::sort(points);
    std::vector<double> found;
    double before = 0.0;
    double from = points.front().first;
    auto point = points.begin();
    for (const double probability : probabilities) {
        // Half of a point's mass lies under it: the distribution runs straight between such places.
        while (point + 1 != points.end() && before + point->second / 2.0 < probability) {
            before += point->second;
            from = point->first;
            ++point;
        }
        const double reached = before + point->second / 2.0;
        const double below = point == points.begin() ? reached : before - (point - 1)->second / 2.0;
        const double share = reached > below ? (probability - below) / (reached - below) : 1.0;
        found.push_back(from + (point->first - from) * std::clamp(share, 0.0, 1.0));
    }
    return found;
}

}  // namespace preau::adaptive
