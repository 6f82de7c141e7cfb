// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/call.hpp"

namespace preau::api {

/// PUT /api/v1/invigilation/candidates/{number}/pause: stops a candidate’s test, or lets it go on.
http::Response put_pause(World& world, const Call& call);

/// PUT /api/v1/invigilation/pause: stops the whole room, or lets it go on.
http::Response put_room_pause(World& world, const Call& call);

}  // namespace preau::api
