// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/call.hpp"

namespace preau::api {

/// PUT /api/v1/invigilation/candidates/{number}/presence: confirms or takes back.
http::Response put_presence(World& world, const Call& call);

/// POST /api/v1/invigilation/candidates/{number}/resume: lets the waiting device take over.
http::Response authorise_resume(World& world, const Call& call);

/// POST /api/v1/invigilation/candidates/{number}/end: ends the test, for good.
http::Response end_test(World& world, const Call& call);

}  // namespace preau::api
