// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/call.hpp"

namespace preau::api {

/// POST /api/v1/invigilation/candidates/{number}/report: accepts the open report, under a category
/// that the question allows, or refuses it.
http::Response settle_report(World& world, const Call& call);

}  // namespace preau::api
