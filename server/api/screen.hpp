// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/call.hpp"

namespace preau::api {

/// GET /api/v1/screen?session=123456: what is projected in the room, where everybody looks: no
/// candidate's name, no code.
http::Response screen(World& world, const Call& call);

}  // namespace preau::api
