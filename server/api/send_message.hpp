// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/call.hpp"

namespace preau::api {

/// POST /api/v1/invigilation/messages: a text for every candidate.
http::Response send_message(World& world, const Call& call);

}  // namespace preau::api
