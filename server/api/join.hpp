// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/call.hpp"

namespace preau::api {

/// POST /api/v1/candidates/join: who the candidate is, by name and birth date or by the code of
/// their slip, and the token that the page has drawn for this device. Safe to repeat.
http::Response join(World& world, const Call& call);

}  // namespace preau::api
