// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "adaptive/engine.hpp"

#include <cstddef>

namespace preau::simulation {

/// What a test owes to every candidate, counted over simulated tests.
struct Axioms {
    std::size_t steps = 0;
    std::size_t raised_by_wrong = 0;
    std::size_t lowered_by_right = 0;
    std::size_t repeats = 0;
    std::size_t other_on_resume = 0;  ///< another question when asked again after a replay
    double order_gap = 0.0;           ///< widest gap of the estimate between two orders of answers
};

/// `tests` candidates of abilities from -4 to 5; every eighth is replayed and put in another order.
Axioms check_axioms(const adaptive::Engine& engine, std::size_t tests);

}  // namespace preau::simulation
