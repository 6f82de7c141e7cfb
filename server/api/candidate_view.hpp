// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "json/value.hpp"
#include "room/live_session.hpp"

namespace preau::api {

/// All that a candidate's page shows, complete in itself. A device that waits to take the test over
/// is not shown the question.
json::Value candidate_view(const room::LiveSession& session, CandidateNumber candidate,
                           bool granted);

/// Why the candidate's clock stands still: words of exam::Hold.
json::Array holds_view(const exam::Candidate& candidate);

/// {remaining_ms, running}; null before the test begins.
json::Value clock_view(const room::LiveSession& session, const exam::Candidate& candidate);

}  // namespace preau::api
