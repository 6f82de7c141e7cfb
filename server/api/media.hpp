// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/message.hpp"
#include "room/room.hpp"

namespace preau::api {

/// GET /media/{hash}.{extension}: a picture or a simulator of a pack. Its name is the hash of its
/// bytes: nobody can guess it, and it never changes. Nothing when no session's pack has it.
std::optional<http::Response> media(const room::Room& room, std::string_view path);

}  // namespace preau::api
