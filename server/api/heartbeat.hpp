// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/call.hpp"

namespace preau::api {

/// POST /api/v1/candidates/me/heartbeat: the device is there; what its clock should show.
http::Response heartbeat(World& world, const Call& call);

}  // namespace preau::api
