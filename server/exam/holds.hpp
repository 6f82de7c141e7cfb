// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exam/candidate.hpp"
#include "exam/refusal.hpp"

#include <optional>

/// A candidate's clock runs only while nothing holds it. All of this is of a test in progress.
namespace preau::exam {

/// Stops the clock, from `since` on (not in the future; not before it last started). One that
/// holds already changes nothing.
void take_hold(Candidate& candidate, Hold hold, Tick since);

/// Starts the clock when nothing else holds it.
void end_hold(Candidate& candidate, Hold hold, Tick now);

/// The test is over: nothing holds any more, and the clock stands for good.
void end_every_hold(Candidate& candidate, Tick now);

/// Why what the candidate does at the question must wait; nothing for a lost contact, which the
/// deed itself ends.
std::optional<Refusal> why_held(const Candidate& candidate);

/// The session requires what the candidate's seat has not, and nobody waived it.
bool lacks_lockdown(const Candidate& candidate, LockdownPolicy policy);

}  // namespace preau::exam
