// SPDX-License-Identifier: Apache-2.0
#include "adaptive/ability_estimate.hpp"

#include "base/check.hpp"

#include <cmath>
#include <vector>

namespace preau::adaptive {

namespace {

struct Slopes {
    double score = 0.0;        // Σ P' (y - P) / (P Q)
    double information = 0.0;  // Σ P'² / (P Q)
    double skewness = 0.0;     // Σ P' P'' / (P Q)
};

void add(Slopes& slopes, double ability, const Response& response, const Asymptotes& asymptotes) {
    const double a = response.discriminant;
    const auto success = success_of(ability, a, response.difficulty);
    const auto seen = between(asymptotes, success);
    const double product = success.right * success.wrong;
    // P Q of the plain model cancels with P': written so, nothing divides by 0 far away.
    const double weight =
        asymptotes.width() == 1.0 ? 1.0 : asymptotes.width() * product / (seen.right * seen.wrong);
    const double slope = asymptotes.width() * a * product;
    slopes.score += a * weight * (response.correct ? seen.wrong : -seen.right);
    slopes.information += a * weight * slope;
    slopes.skewness += a * weight * slope * a * (success.wrong - success.right);
}

Slopes slopes_at(double ability, std::span<const Response> responses,
                 const Asymptotes& asymptotes) {
    Slopes slopes;
    for (const auto& response : responses) add(slopes, ability, response, asymptotes);
    return slopes;
}

/// Sums of the robust score and of what its bias is made of (robust_likelihood's names).
struct RobustSums {
    double score = 0.0;
    double a = 0.0;
    double v = 0.0;
    double c = 0.0;
    double d = 0.0;

    double corrected() const { return score - c / a - d * v / (2.0 * a * a); }
};

RobustSums robust_sums(double ability, std::span<const Response> responses,
                       const Asymptotes& asymptotes) {
    RobustSums sums;
    for (const auto& response : responses) {
        const double a = response.discriminant;
        const auto success = success_of(ability, a, response.difficulty);
        const auto seen = between(asymptotes, success);
        const double product = success.right * success.wrong;
        const double ratio = asymptotes.width() * product / (seen.right * seen.wrong);
        const double turn = success.wrong - success.right;
        const double weight = a * ratio;
        const double weight_slope = weight * a * (turn - ratio * (seen.wrong - seen.right));
        sums.score += weight * (response.correct ? success.wrong : -success.right);
        sums.a += weight * a * product;
        sums.v += weight * weight * product;
        sums.c += weight * weight_slope * product;
        sums.d -= 2.0 * weight_slope * a * product + weight * a * a * product * turn;
    }
    return sums;
}

// Where a function that falls from positive to negative crosses 0; an end when it does not.
template <class Function>
double bisect(double low, double high, Function function) {
    if (function(low) <= 0.0) return low;
    if (function(high) >= 0.0) return high;
    for (int step = 0; step < 60 && low < high; ++step) {
        const double middle = low + (high - low) / 2.0;
        (function(middle) > 0.0 ? low : high) = middle;
    }
    return low + (high - low) / 2.0;
}

double log_likelihood(double ability, std::span<const Response> responses,
                      const Asymptotes& asymptotes) {
    double total = 0.0;
    for (const auto& response : responses) {
        const auto seen =
            between(asymptotes, success_of(ability, response.discriminant, response.difficulty));
        total += std::log(response.correct ? seen.right : seen.wrong);
    }
    return total;
}

}  // namespace

AbilityEstimate expected_a_posteriori(std::span<const Response> responses, const Normal& prior,
                                      const AbilityRange& range, std::size_t nodes,
                                      const Asymptotes& asymptotes) {
    PREAU_CHECK(nodes >= 2);
    const double step = (range.highest - range.lowest) / static_cast<double>(nodes - 1);
    std::vector<double> logs(nodes);
    const auto ability_at = [&](std::size_t k) {
        return range.lowest + static_cast<double>(k) * step;
    };
    for (std::size_t k = 0; k < nodes; ++k) {
        const double gap = (ability_at(k) - prior.mean) / prior.sd;
        const double end = k == 0 || k + 1 == nodes ? std::log(0.5) : 0.0;
        logs[k] = log_likelihood(ability_at(k), responses, asymptotes) - gap * gap / 2.0 + end;
    }
    const double highest = *std::ranges::max_element(logs);
    double mass = 0.0;
    double first = 0.0;
    for (std::size_t k = 0; k < nodes; ++k) {
        logs[k] = std::exp(logs[k] - highest);
        mass += logs[k];
        first += logs[k] * ability_at(k);
    }
    const double mean = first / mass;
    double second = 0.0;
    for (std::size_t k = 0; k < nodes; ++k) {
        const double gap = ability_at(k) - mean;
        second += logs[k] * gap * gap;
    }
    return {mean, std::sqrt(second / mass)};
}

AbilityEstimate maximum_likelihood(std::span<const Response> responses, const AbilityRange& range,
                                   const Asymptotes& asymptotes) {
    const double ability = bisect(range.lowest, range.highest, [&](double theta) {
        return slopes_at(theta, responses, asymptotes).score;
    });
    return {ability, 1.0 / std::sqrt(slopes_at(ability, responses, asymptotes).information)};
}

AbilityEstimate weighted_likelihood(std::span<const Response> responses, const AbilityRange& range,
                                    const Asymptotes& asymptotes) {
    const double ability = bisect(range.lowest, range.highest, [&](double theta) {
        const auto slopes = slopes_at(theta, responses, asymptotes);
        return slopes.score + slopes.skewness / (2.0 * slopes.information);
    });
    return {ability, 1.0 / std::sqrt(slopes_at(ability, responses, asymptotes).information)};
}

AbilityEstimate robust_likelihood(std::span<const Response> responses, const AbilityRange& range,
                                  const Asymptotes& asymptotes) {
    const double ability = bisect(range.lowest, range.highest, [&](double theta) {
        return robust_sums(theta, responses, asymptotes).corrected();
    });
    return {ability, 1.0 / std::sqrt(slopes_at(ability, responses, asymptotes).information)};
}

AbilityEstimate maximum_a_posteriori(std::span<const Response> responses, const Normal& prior,
                                     const AbilityRange& range, const Asymptotes& asymptotes) {
    const double precision = 1.0 / (prior.sd * prior.sd);
    const double ability = bisect(range.lowest, range.highest, [&](double theta) {
        return slopes_at(theta, responses, asymptotes).score - (theta - prior.mean) * precision;
    });
    const double found = slopes_at(ability, responses, asymptotes).information;
    return {ability, 1.0 / std::sqrt(found + precision)};
}

}  // namespace preau::adaptive
