// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/call.hpp"

namespace preau::api {

/// GET /api/v1/deliveries: for each sealed session, how far it is on its way to the platform.
http::Response deliveries(World& world, const Call& call);

/// POST /api/v1/deliveries/try: somebody says that the line is there.
http::Response try_deliveries(World& world, const Call& call);

}  // namespace preau::api
