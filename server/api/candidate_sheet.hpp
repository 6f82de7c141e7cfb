// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/call.hpp"

namespace preau::api {

/// GET /api/v1/invigilation/candidates/{number}: the candidate's card and what happened to them.
http::Response candidate_sheet(World& world, const Call& call);

}  // namespace preau::api
