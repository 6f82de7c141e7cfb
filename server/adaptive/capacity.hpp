// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <span>

namespace preau::adaptive {

/// One answer as the estimate counts it: the question's calibration, and whether it was right.
/// Every status other than ok is wrong.
struct Response {
    double discriminant = 1.0;
    double difficulty = 0.0;
    bool correct = false;
};

/// Error rate before any answer.
inline constexpr double kErrorRateWithoutAnswer = 5.0;

struct Estimate {
    double capacity = 0.0;  ///< ability on the logit scale
    double error_rate = kErrorRateWithoutAnswer;

    bool operator==(const Estimate&) const = default;
};

/// Probability that a candidate of that capacity answers right: 2PL, 1 / (1 + exp(a (d - θ))).
double success_probability(double capacity, double discriminant, double difficulty);

/// Pix's V3 capacity (flash.js), one answer after the other: the likelihood of all answers so far
/// on an accumulated grid of 81 points, times a Gaussian of variance 1.5 centred anew on the latest
/// capacity; then the variation limit. Sums run left to right: same bits on every machine.
class CapacityEstimator {
  public:
    static constexpr std::size_t kSamples = 81;
    using Grid = std::array<double, kSamples>;

    /// variation_percent 0 lets the capacity move freely.
    CapacityEstimator(double initial_capacity, double variation_percent);

    void add(const Response& response);
    const Estimate& estimate() const { return estimate_; }

  private:
    double limited(double capacity) const;

    double variation_;
    Estimate estimate_;
    Grid likelihood_;
};

/// The estimate after all these answers, in order.
Estimate estimate(std::span<const Response> responses, double initial_capacity,
                  double variation_percent);

}  // namespace preau::adaptive
