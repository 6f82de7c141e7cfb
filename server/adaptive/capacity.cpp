// SPDX-License-Identifier: Apache-2.0
#include "adaptive/capacity.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace preau::adaptive {

namespace {

using Grid = CapacityEstimator::Grid;

constexpr double kLowest = -9.0;
constexpr double kHighest = 9.0;
constexpr double kStep = 18.0 / 80.0;
constexpr double kPriorVariance = 1.5;
// Half the grid's step: Pix corrects the variance with this width.
constexpr double kClassWidth = 9.0 / 80.0;

// Accumulated, as Pix does: the rounding errors add up to one more point before 9, and computing
// each point by itself would miss its results by more than 1e-11.
Grid accumulated_grid() {
    Grid grid{};
    double sample = kLowest;
    for (auto& point : grid) {
        point = sample;
        sample += kStep;
    }
    return grid;
}

const Grid& samples() {
    static const Grid grid = accumulated_grid();
    return grid;
}

double sum(const Grid& grid) {
    double total = 0.0;
    for (const double value : grid) total += value;
    return total;
}

void normalise(Grid& grid) {
    const double total = sum(grid);
    for (auto& value : grid) value /= total;
}

Grid prior_around(double capacity) {
    Grid prior{};
    for (std::size_t k = 0; k < prior.size(); ++k) {
        const double gap = samples()[k] - capacity;
        prior[k] = std::exp(-(gap * gap) / (2.0 * kPriorVariance)) /
                   (std::sqrt(kPriorVariance) * std::sqrt(2.0 * std::numbers::pi));
    }
    normalise(prior);
    return prior;
}

double mean(const Grid& posterior) {
    double total = 0.0;
    for (std::size_t k = 0; k < posterior.size(); ++k) total += samples()[k] * posterior[k];
    return total;
}

// Pix leaves a variance under the class's own unhandled and gets NaN, which no journal can hold:
// such an estimate is as sure as the grid allows, 0.
double error_rate(const Grid& posterior, double capacity) {
    double variance = 0.0;
    for (std::size_t k = 0; k < posterior.size(); ++k) {
        const double gap = samples()[k] - capacity;
        variance += posterior[k] * (gap * gap);
    }
    return std::sqrt(std::max(0.0, variance - kClassWidth * kClassWidth / 12.0));
}

}  // namespace

double success_probability(double capacity, double discriminant, double difficulty) {
    return 1.0 / (1.0 + std::exp(discriminant * (difficulty - capacity)));
}

CapacityEstimator::CapacityEstimator(double initial_capacity, double variation_percent)
    : variation_(variation_percent), estimate_{.capacity = initial_capacity} {
    likelihood_.fill(1.0);
}

void CapacityEstimator::add(const Response& response) {
    auto posterior = prior_around(estimate_.capacity);
    for (std::size_t k = 0; k < kSamples; ++k) {
        const double success =
            success_probability(samples()[k], response.discriminant, response.difficulty);
        likelihood_[k] *= response.correct ? success : 1.0 - success;
        posterior[k] *= likelihood_[k];
    }
    // Answers that no capacity explains (an extreme calibration) teach nothing.
    if (!(sum(posterior) > 0.0)) return;
    normalise(posterior);
    estimate_.capacity = limited(mean(posterior));
    estimate_.error_rate = error_rate(posterior, estimate_.capacity);
}

double CapacityEstimator::limited(double capacity) const {
    if (variation_ == 0.0) return capacity;
    const double latest = estimate_.capacity;
    const bool near_zero = -variation_ < latest && latest < variation_;
    const double gap = near_zero ? variation_ : std::abs(latest * variation_);
    return capacity > latest ? std::min(capacity, latest + gap) : std::max(capacity, latest - gap);
}

Estimate estimate(std::span<const Response> responses, double initial_capacity,
                  double variation_percent) {
    CapacityEstimator estimator(initial_capacity, variation_percent);
    for (const auto& response : responses) estimator.add(response);
    return estimator.estimate();
}

}  // namespace preau::adaptive
