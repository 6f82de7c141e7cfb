// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/call.hpp"

namespace preau::api {

/// POST /api/v1/invigilation/candidates: somebody whom the signed roster does not name; who and why
/// go into the journal, and the platform confirms it. The reply is the grid, with the new card.
http::Response enrol_late(World& world, const Call& call);

}  // namespace preau::api
