// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "json/value.hpp"
#include "office/receipts.hpp"
#include "room/live_session.hpp"

namespace preau::api {

/// One candidate's card in the invigilator's grid.
json::Value card(const room::LiveSession& session, const exam::Candidate& candidate);

/// The whole grid: the session, its seal, the counts and every card.
json::Value session_view(const room::LiveSession& session, const office::Receipts& receipts,
                         WallTime box_time);

/// {"counts": {…}}: how many candidates are in each phase, as in the whole grid.
json::Value counts_view(const room::LiveSession& session);

/// {"seen": [[number, milliseconds], …]} for the devices that have spoken since the box started.
json::Value seen_view(const room::LiveSession& session);

}  // namespace preau::api
