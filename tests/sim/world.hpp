// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/tally.hpp"
#include "sim/trace.hpp"
#include "sim/violations.hpp"
#include "sim/weakness.hpp"

namespace preau::sim {

/// What came of one world.
struct Report {
    Tally tally;
    Violations violations;
    Hash trace{};  ///< of everything that happened
};

/// A whole session of 24 candidates, from the first to the sealed bundle, in which everything that
/// the seed draws goes wrong. Nothing in it depends on anything but the seed.
Report run_world(std::uint64_t seed, Weakness weakness = Weakness::none);

}  // namespace preau::sim
