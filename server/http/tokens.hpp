// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

/// The small grammars inside header values. ASCII only, whatever the locale.
namespace preau::http {

bool is_digit(char c);
std::string lower_case(std::string_view text);
bool equal_ignoring_case(std::string_view a, std::string_view b);

/// `a, b;q=1, c`: one element with its parameters, trimmed, per call; the rest stays in `list`.
std::string_view next_element(std::string_view& list);

/// A comma-separated list of bare tokens, such as Connection, that names `token`.
bool list_has_token(std::string_view list, std::string_view token);

/// Accept-Encoding that allows gzip, by its name or by '*', with a weight above zero.
bool accepts_gzip(std::string_view accept_encoding);

/// If-None-Match against a strong tag of ours, by weak comparison (RFC 9110 §13.1.2).
bool none_match_names(std::string_view if_none_match, std::string_view etag);

/// Lower-case name of a well-formed Host value (RFC 9110 §7.2): registered name, IPv4 address or
/// bracketed IPv6 address, then perhaps ":port".
std::optional<std::string> host_name(std::string_view host);

}  // namespace preau::http
