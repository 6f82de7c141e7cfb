// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/call.hpp"
#include "exam/display.hpp"
#include "json/value.hpp"

namespace preau::api {

/// PUT /api/v1/candidates/me/display: how the candidate wants the page, here and on any other PC.
http::Response choose_display(World& world, const Call& call);

json::Value display_view(const exam::Display& display);

}  // namespace preau::api
