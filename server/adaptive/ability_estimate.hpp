// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "adaptive/capacity.hpp"
#include "adaptive/item_response.hpp"

#include <span>

/// Estimates of one ability from all the answers at once: order does not matter.
namespace preau::adaptive {

struct AbilityEstimate {
    double ability = 0.0;
    double standard_error = 0.0;
};

/// Where a root is looked for.
struct AbilityRange {
    double lowest = -8.0;
    double highest = 8.0;
};

struct Normal {
    double mean = 0.0;
    double sd = 1.0;
};

/// Posterior mean and standard deviation, by the trapezoid rule on `nodes` ≥ 2 equal steps.
AbilityEstimate expected_a_posteriori(std::span<const Response> responses, const Normal& prior,
                                      const AbilityRange& range, std::size_t nodes,
                                      const Asymptotes& asymptotes = {});

/// Root of Σ P' (y - P) / (P Q), clipped to the range; standard error 1 / √I.
AbilityEstimate maximum_likelihood(std::span<const Response> responses,
                                   const AbilityRange& range = {},
                                   const Asymptotes& asymptotes = {});

/// Warm's weighted likelihood (1989): the score plus J / 2I, J = Σ P' P'' / (P Q), which takes away
/// the bias in 1/n of the maximum likelihood. Clipped; standard error 1 / √I.
AbilityEstimate weighted_likelihood(std::span<const Response> responses,
                                    const AbilityRange& range = {},
                                    const Asymptotes& asymptotes = {});

/// Root of Σ w (y - P) with the weights of the asymptotes, w = (P*)' / (P* Q*), around the plain
/// model's P: a slip far from the ability counts for little, and who makes none is not taken for
/// someone who did. Less the bias in 1/n of such a root, C / A + D V / (2 A²) with A = Σ w P',
/// V = Σ w² P Q, C = Σ w w' P Q, D = -Σ (2 w' P' + w P''). Without asymptotes it is Warm's
/// estimate. Clipped; standard error 1 / √I of the model with asymptotes.
AbilityEstimate robust_likelihood(std::span<const Response> responses,
                                  const AbilityRange& range = {},
                                  const Asymptotes& asymptotes = {});

/// Mode of the posterior; standard error 1 / √(I + 1/σ²).
AbilityEstimate maximum_a_posteriori(std::span<const Response> responses, const Normal& prior,
                                     const AbilityRange& range = {},
                                     const Asymptotes& asymptotes = {});

}  // namespace preau::adaptive
