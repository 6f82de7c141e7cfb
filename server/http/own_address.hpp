// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace preau::http {

/// What a built file writes where the box's own address belongs: a name that nobody can have
/// (RFC 6761).
inline constexpr std::string_view kOwnAddress = "http://box.invalid";

bool names_own_address(std::string_view text);

/// `text` with the address that the client used in its place. `host`: a Host field that has passed
/// the gate, so nothing in it can end a string of XML, JSON or a registry file.
std::string with_own_address(std::string_view text, std::string_view host);

}  // namespace preau::http
