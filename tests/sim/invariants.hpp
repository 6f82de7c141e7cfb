// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/box.hpp"
#include "sim/ledger.hpp"
#include "sim/world.hpp"

namespace preau::sim {

/// What the checks look at.
struct Evidence {
    const Stage& stage;
    const Plan& plan;
    const Ledger& ledger;
    Box& box;  ///< up, between two turns
};

/// At any time: every acknowledged answer is in the journal, once, as it was given; nothing is in
/// it that nobody gave; the state is the replay of the journal. Counts into the tally of `report`
/// what it found lost or doubled.
void check_journal(const Evidence& evidence, Report& report);

/// Once sealed: the receipts hold, no answer came after its deadline where the deadline closes the
/// test, nothing follows the seal, and the bundle proves all of it to whoever scores it again.
void check_sealed(const Evidence& evidence, Report& report);

}  // namespace preau::sim
