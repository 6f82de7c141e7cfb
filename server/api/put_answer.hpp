// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/call.hpp"

namespace preau::api {

/// PUT /api/v1/candidates/me/answers/{number}: records the answer to the question asked. Sent again
/// under the same Idempotency-Key it changes nothing and gets the same receipt.
http::Response put_answer(World& world, const Call& call);

}  // namespace preau::api
