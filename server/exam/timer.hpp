// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exam/candidate.hpp"
#include "exam/content.hpp"

/// The time of a timed question: it runs on the candidate's clock from the opening of the question,
/// and stands still with it.
namespace preau::exam {

/// What is left to answer the current question, negative once the time is over; nothing when it is
/// not timed, or not open.
std::optional<Duration> timer_left(const Candidate& candidate, Tick now, const Content& content);

/// True once the time, and the grace for the answer's way, are over.
bool is_late(const Candidate& candidate, Tick now, const Content& content);

}  // namespace preau::exam
