// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/problem.hpp"
#include "base/ids.hpp"

#include <variant>

namespace preau::api {

/// The id of an act that may be sent again; the problem when it is missing or misshapen.
std::variant<CommandId, Problem> read_idempotency_key(const http::Request& request);

}  // namespace preau::api
