// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/call.hpp"

namespace preau::api {

/// POST /api/v1/seats/check: what a station found of itself before a session.
http::Response check_seat(World& world, const Call& call);

/// GET /api/v1/box: the box's time, which a station compares with its own, and its version.
http::Response box_state(World& world, const Call& call);

}  // namespace preau::api
