// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/call.hpp"

namespace preau::api {

/// POST /api/v1/invigilation/finalise: ends the session, scores it and seals its journal.
http::Response finalise(World& world, const Call& call);

}  // namespace preau::api
