// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "adaptive/capacity.hpp"
#include "adaptive/selection.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace preau::adaptive {

/// A question that a candidate who gave up would have met, and the capacity once it is skipped.
struct SimulatedSkip {
    std::size_t item;
    Estimate estimate;
};

/// What was answered, in order: indices of the questions, and how each answer counts.
struct Answered {
    std::vector<std::size_t> items;
    std::vector<Response> responses;
};

/// The questions missing to a full test, each the most informative one, each skipped
/// (scoring-degradation-service.js). The answers are estimated again with `obtained`, the capacity
/// they gave, as initial capacity. Stops early when the pack has no question left.
std::vector<SimulatedSkip> simulate_skips(std::span<const Item> items, Answered answered,
                                          double obtained, const Configuration& configuration);

}  // namespace preau::adaptive
