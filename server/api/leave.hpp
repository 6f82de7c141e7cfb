// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/call.hpp"

namespace preau::api {

/// POST /api/v1/candidates/me/leave: "it is not me"; the device gives its place back.
http::Response leave(World& world, const Call& call);

}  // namespace preau::api
