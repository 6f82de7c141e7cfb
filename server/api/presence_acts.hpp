// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/call.hpp"

namespace preau::api {

/// PUT /api/v1/invigilation/candidates/{number}/presence: confirms or takes back.
http::Response put_presence(World& world, const Call& call);

/// POST /api/v1/invigilation/presences: confirms everybody who waits for it.
http::Response confirm_all_present(World& world, const Call& call);

}  // namespace preau::api
