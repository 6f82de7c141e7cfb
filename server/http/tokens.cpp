// SPDX-License-Identifier: Apache-2.0
#include "http/tokens.hpp"

#include <algorithm>
#include <charconv>

namespace preau::http {
namespace {

constexpr std::size_t kHostBytesMax = 255;

char to_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool is_hex(char c) { return is_digit(c) || (to_lower(c) >= 'a' && to_lower(c) <= 'f'); }

bool is_name_character(char c) {
    return is_digit(c) || (to_lower(c) >= 'a' && to_lower(c) <= 'z') || c == '-' || c == '.' ||
           c == '_';
}

std::string_view trim(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

bool is_port(std::string_view text) {
    unsigned port = 0;
    const auto* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, port);
    return text.size() <= 5 && read.ec == std::errc{} && read.ptr == end && port <= 65'535;
}

bool all(std::string_view text, bool (*is_allowed)(char)) {
    return !text.empty() && std::all_of(text.begin(), text.end(), is_allowed);
}

bool is_ipv6_character(char c) { return is_hex(c) || c == ':' || c == '.'; }

/// q=0, q=0.0…: "not at all".
bool weight_is_zero(std::string_view parameters) {
    const auto lower = lower_case(parameters);
    const auto q = lower.find("q=");
    return q != std::string::npos && lower.find_first_not_of("0.", q + 2) == std::string::npos;
}

}  // namespace

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string lower_case(std::string_view text) {
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(), to_lower);
    return lower;
}

bool equal_ignoring_case(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char x, char y) { return to_lower(x) == to_lower(y); });
}

std::string_view next_element(std::string_view& list) {
    const auto comma = list.find(',');
    const auto element = trim(list.substr(0, comma));
    list = comma == std::string_view::npos ? std::string_view{} : list.substr(comma + 1);
    return element;
}

bool list_has_token(std::string_view list, std::string_view token) {
    while (!list.empty())
        if (equal_ignoring_case(next_element(list), token)) return true;
    return false;
}

bool accepts_gzip(std::string_view accept_encoding) {
    bool by_star = false;
    while (!accept_encoding.empty()) {
        const auto element = next_element(accept_encoding);
        const auto semicolon = element.find(';');
        const auto name = trim(element.substr(0, semicolon));
        const bool refused =
            semicolon != std::string_view::npos && weight_is_zero(element.substr(semicolon));
        if (equal_ignoring_case(name, "gzip")) return !refused;
        if (name == "*") by_star = !refused;
    }
    return by_star;
}

bool none_match_names(std::string_view if_none_match, std::string_view etag) {
    while (!if_none_match.empty()) {
        auto element = next_element(if_none_match);
        if (element.starts_with("W/")) element.remove_prefix(2);
        if (element == "*" || element == etag) return true;
    }
    return false;
}

std::optional<std::string> host_name(std::string_view host) {
    if (host.empty() || host.size() > kHostBytesMax) return std::nullopt;
    const bool bracketed = host.front() == '[';
    const auto close = bracketed ? host.find(']') : 0;
    if (close == std::string_view::npos) return std::nullopt;
    const auto colon = host.find(':', close);
    const auto name = host.substr(0, colon);
    if (colon != std::string_view::npos && !is_port(host.substr(colon + 1))) return std::nullopt;
    const bool well_formed =
        bracketed ? name.back() == ']' && all(name.substr(1, name.size() - 2), is_ipv6_character)
                  : all(name, is_name_character);
    if (!well_formed) return std::nullopt;
    return lower_case(name);
}

}  // namespace preau::http
