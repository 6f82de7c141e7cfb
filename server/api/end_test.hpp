// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/call.hpp"

namespace preau::api {

/// POST /api/v1/invigilation/candidates/{number}/end: ends the test, for good.
http::Response end_test(World& world, const Call& call);

}  // namespace preau::api
