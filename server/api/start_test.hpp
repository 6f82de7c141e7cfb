// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/call.hpp"

namespace preau::api {

/// POST /api/v1/candidates/me/start: the access code, then the first question.
http::Response start_test(World& world, const Call& call);

}  // namespace preau::api
