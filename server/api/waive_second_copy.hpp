// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/call.hpp"

namespace preau::api {

/// POST /api/v1/invigilation/second-copy: the room goes on without the second copy that the session
/// was to have.
http::Response waive_second_copy(World& world, const Call& call);

}  // namespace preau::api
