// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/call.hpp"

namespace preau::api {

/// POST /api/v1/invigilation/candidates/{number}/time: gives a candidate more time.
http::Response add_time(World& world, const Call& call);

/// POST /api/v1/invigilation/time: gives everybody in progress more time.
http::Response add_time_to_all(World& world, const Call& call);

}  // namespace preau::api
