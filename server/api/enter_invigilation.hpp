// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/call.hpp"

namespace preau::api {

/// POST /api/v1/invigilation/enter: the session's number and password, for a token.
http::Response enter_invigilation(World& world, const Call& call);

}  // namespace preau::api
