// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/call.hpp"

namespace preau::api {

/// POST /api/v1/invigilation/candidates/{number}/interruption: the time given back for a lost
/// contact stays given, or is taken back.
http::Response rule_interruption(World& world, const Call& call);

}  // namespace preau::api
