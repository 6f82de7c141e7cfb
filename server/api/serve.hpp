// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/call.hpp"

namespace preau::api {

/// Answers one request of the API or for a file of a pack. What it stages in the room is committed
/// by the caller before the answer leaves. The room's thread.
http::Response serve(World& world, const http::Request& request);

}  // namespace preau::api
