// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/call.hpp"

namespace preau::api {

/// POST /api/v1/office/enter: the office code, for a token.
http::Response enter_office(World& world, const Call& call);

}  // namespace preau::api
