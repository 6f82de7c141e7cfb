// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/message.hpp"

#include <string>
#include <string_view>

/// The bytes the server sends, made here and nowhere else.
namespace preau::http {

enum class Framing { length, chunked };

/// Status line and header section with the empty line after it. Every answer gets the security
/// headers; a header the response already holds is left as it is. No Date: a box without a network
/// does not know the time well enough to state it (RFC 9110 §6.6.1).
std::string head_bytes(const Response& response, Framing framing, bool closes);

std::string_view body_of(const Response& response);

/// Frame of one event; "\r", "\n" and "\r\n" in the data all end a data line.
std::string event_bytes(const StreamEvent& event);

/// One chunk of the chunked coding; `content` must not be empty, an empty chunk ends the body.
std::string chunk_bytes(std::string_view content);

inline constexpr std::string_view kLastChunk = "0\r\n\r\n";
inline constexpr std::string_view kKeepAliveComment = ": k\n\n";

}  // namespace preau::http
