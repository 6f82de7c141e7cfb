// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "adaptive/certification_version.hpp"

#include <algorithm>
#include <cmath>

/// The item response model of the room engine: two parameters, between two asymptotes.
namespace preau::adaptive {

struct Asymptotes {
    double lower = 0.0;
    double upper = 1.0;

    double width() const { return upper - lower; }
};

inline Asymptotes asymptotes_of(const RoomParameters& room) {
    return {room.lower_asymptote, room.upper_asymptote};
}

/// Probability of a right answer and of a wrong one. Neither comes from a subtraction: 1 - P is
/// exactly 0 far from the difficulty, and a likelihood of 0 loses a candidate.
struct Success {
    double right;
    double wrong;
};

inline Success success_of(double ability, double discriminant, double difficulty) {
    const double logit = std::clamp(discriminant * (ability - difficulty), -600.0, 600.0);
    return {1.0 / (1.0 + std::exp(-logit)), 1.0 / (1.0 + std::exp(logit))};
}

inline Success between(const Asymptotes& asymptotes, const Success& success) {
    return {asymptotes.lower + asymptotes.width() * success.right,
            (1.0 - asymptotes.upper) + asymptotes.width() * success.wrong};
}

/// Fisher information of one answer at that ability, P'² / (P Q); a² P Q without asymptotes.
inline double information(double ability, double discriminant, double difficulty,
                          const Asymptotes& asymptotes) {
    const auto success = success_of(ability, discriminant, difficulty);
    const double product = success.right * success.wrong;
    if (asymptotes.width() == 1.0) return discriminant * discriminant * product;
    const auto seen = between(asymptotes, success);
    const double slope = asymptotes.width() * discriminant * product;
    return slope * slope / (seen.right * seen.wrong);
}

}  // namespace preau::adaptive
