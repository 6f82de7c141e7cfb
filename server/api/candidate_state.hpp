// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/call.hpp"

namespace preau::api {

/// GET /api/v1/candidates/me: the whole of the candidate's page.
http::Response candidate_state(World& world, const Call& call);

/// GET /api/v1/candidates/me/stream: the same, now and at each change.
http::Response candidate_stream(World& world, const Call& call);

}  // namespace preau::api
