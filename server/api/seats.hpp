// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/call.hpp"
#include "json/value.hpp"

namespace preau::api {

/// GET /api/v1/invigilation/seats: what the stations said of themselves lately, seat by seat.
http::Response seats(World& world, const Call& call);

/// {ready, attention}: how many of them have nothing, something, to be seen to.
json::Value seats_summary(const store::Convenience& convenience, WallTime now);

}  // namespace preau::api
