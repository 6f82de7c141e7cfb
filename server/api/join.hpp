// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/call.hpp"

namespace preau::api {

/// POST /api/v1/candidates/join: who the candidate is, and a token for this device.
http::Response join(World& world, const Call& call);

}  // namespace preau::api
