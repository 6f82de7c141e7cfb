// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "json/value.hpp"
#include "room/live_session.hpp"

namespace preau::api {

/// The pack's question of that item, which the session has asked.
const pack::Question& question_of(const room::LiveSession& session, std::string_view item);

/// The question that the candidate is asked, as their page shows it; null when there is none.
/// Nothing of what a timed or focus question says is in it before the candidate has opened it.
json::Value question_view(const room::LiveSession& session, const exam::Candidate& candidate);

}  // namespace preau::api
