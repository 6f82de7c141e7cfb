// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/message.hpp"
#include "room/room.hpp"

namespace preau::api {

/// "/attachments/<hash>/<name>", the name percent-encoded.
std::string attachment_url(const pack::Attachment& attachment);

/// GET of such an address: the file of a question, to be kept under its own name and never shown as
/// a page of the box. Nothing when no session's pack has it.
std::optional<http::Response> attachment(const room::Room& room, std::string_view path);

}  // namespace preau::api
