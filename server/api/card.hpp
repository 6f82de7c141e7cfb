// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "json/value.hpp"
#include "room/live_session.hpp"

namespace preau::api {

/// One candidate's card in the invigilator's grid.
json::Value card(const room::LiveSession& session, const exam::Candidate& candidate);

/// How many candidates are in each phase, and how many want to be looked at.
json::Object counts(const room::LiveSession& session);

}  // namespace preau::api
