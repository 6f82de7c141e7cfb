// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/call.hpp"

namespace preau::api {

/// GET /api/v1/invigilation/session: the whole grid.
http::Response invigilation_state(World& world, const Call& call);

/// GET /api/v1/invigilation/stream: the same, then every change.
http::Response invigilation_stream(World& world, const Call& call);

}  // namespace preau::api
