// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/call.hpp"
#include "json/value.hpp"

namespace preau::api {

/// What the grid shows of the box besides the session.
struct BoxState {
    const office::Receipts& receipts;
    const store::Convenience& convenience;
    WallTime time;
};
BoxState state_of(const World& world);

/// The whole grid: the session, its seal, the counts and every card.
json::Value session_view(const room::LiveSession& session, const BoxState& box);

/// {"counts": {…}}: how many candidates are in each phase, as in the whole grid.
json::Value counts_view(const room::LiveSession& session);

/// {"seen": [[number, milliseconds], …]} for the devices that have spoken since the box started.
json::Value seen_view(const room::LiveSession& session);

}  // namespace preau::api
