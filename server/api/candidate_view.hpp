// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "json/value.hpp"
#include "room/live_session.hpp"

namespace preau::api {

/// Where the candidate's answers are.
enum class Copies { box, box_and_copy };
Copies copies_of(const room::LiveSession& session, CandidateNumber candidate);

/// All that a candidate's page shows, complete in itself. A device that waits to take the test over
/// is not shown the question.
json::Value candidate_view(const room::LiveSession& session, CandidateNumber candidate,
                           bool granted);
/// As it will be when the copies are those.
json::Value candidate_view(const room::LiveSession& session, CandidateNumber candidate,
                           bool granted, Copies copies);

/// Why the candidate's clock stands still: words of exam::Hold.
json::Array holds_view(const exam::Candidate& candidate);

/// {remaining_ms, running}; null before the test begins.
json::Value clock_view(const room::LiveSession& session, const exam::Candidate& candidate);

}  // namespace preau::api
