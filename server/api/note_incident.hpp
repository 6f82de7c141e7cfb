// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/call.hpp"

namespace preau::api {

/// POST /api/v1/invigilation/candidates/{number}/incidents: what the minutes are to say.
http::Response note_incident(World& world, const Call& call);

}  // namespace preau::api
