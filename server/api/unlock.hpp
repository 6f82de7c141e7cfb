// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/call.hpp"

namespace preau::api {

/// POST /api/v1/sessions/{session}/unlock: the invigilator gives the code of the day, and the box
/// goes on with the session. Doing it again changes nothing.
http::Response unlock(World& world, const Call& call);

}  // namespace preau::api
