// SPDX-License-Identifier: Apache-2.0
#include "http/response_bytes.hpp"

#include "base/check.hpp"
#include "http/tokens.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <utility>

namespace preau::http {
namespace {

using Default = std::pair<std::string_view, std::string_view>;

// The pages are plain: own scripts, styles, fonts and pictures, nothing inline, nothing framed by
// others. No require-trusted-types-for: Preact assigns the questions' HTML as plain strings.
constexpr std::array kDefaults = {
    Default{"Cache-Control", "no-store"},
    Default{"Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; "
            "media-src 'self' blob:; connect-src 'self'; font-src 'self'; frame-src 'self'; "
            "frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'"},
    Default{"X-Content-Type-Options", "nosniff"},
    Default{"Referrer-Policy", "no-referrer"},
    Default{"Cross-Origin-Opener-Policy", "same-origin"},
    Default{"Cross-Origin-Resource-Policy", "same-origin"},
};

constexpr std::array kReasons = {
    std::pair{200, "OK"},
    std::pair{201, "Created"},
    std::pair{202, "Accepted"},
    std::pair{204, "No Content"},
    std::pair{302, "Found"},
    std::pair{303, "See Other"},
    std::pair{304, "Not Modified"},
    std::pair{400, "Bad Request"},
    std::pair{401, "Unauthorized"},
    std::pair{403, "Forbidden"},
    std::pair{404, "Not Found"},
    std::pair{405, "Method Not Allowed"},
    std::pair{408, "Request Timeout"},
    std::pair{409, "Conflict"},
    std::pair{410, "Gone"},
    std::pair{413, "Content Too Large"},
    std::pair{414, "URI Too Long"},
    std::pair{415, "Unsupported Media Type"},
    std::pair{417, "Expectation Failed"},
    std::pair{421, "Misdirected Request"},
    std::pair{422, "Unprocessable Content"},
    std::pair{423, "Locked"},
    std::pair{429, "Too Many Requests"},
    std::pair{431, "Request Header Fields Too Large"},
    std::pair{500, "Internal Server Error"},
    std::pair{501, "Not Implemented"},
    std::pair{503, "Service Unavailable"},
    std::pair{505, "HTTP Version Not Supported"},
};

std::string_view reason(int status) {
    for (const auto& [code, phrase] : kReasons)
        if (code == status) return phrase;
    return "";  // an empty phrase is allowed; the number says it all
}

bool holds(const Response& response, std::string_view name) {
    return std::any_of(response.headers.begin(), response.headers.end(),
                       [&](const auto& header) { return equal_ignoring_case(header.first, name); });
}

void append_header(std::string& out, std::string_view name, std::string_view value) {
    // A line break here would let one answer pass for two.
    constexpr std::string_view breaks("\r\n\0", 3);
    PREAU_CHECK(name.find_first_of(breaks) == std::string_view::npos);
    PREAU_CHECK(value.find_first_of(breaks) == std::string_view::npos);
    out.append(name).append(": ").append(value).append("\r\n");
}

bool has_length(int status) { return status != 204 && status != 304; }

}  // namespace

std::string head_bytes(const Response& response, Framing framing, bool closes) {
    std::string out = fmt::format("HTTP/1.1 {} {}\r\n", response.status, reason(response.status));
    for (const auto& [name, value] : response.headers) append_header(out, name, value);
    for (const auto& [name, value] : kDefaults)
        if (!holds(response, name)) append_header(out, name, value);
    if (framing == Framing::chunked)
        append_header(out, "Transfer-Encoding", "chunked");
    else if (has_length(response.status))
        append_header(out, "Content-Length", std::to_string(body_of(response).size()));
    if (closes) append_header(out, "Connection", "close");
    return out += "\r\n";
}

std::string_view body_of(const Response& response) {
    if (!has_length(response.status)) return {};
    return response.shared_body ? std::string_view(*response.shared_body) : response.body;
}

std::string event_bytes(const StreamEvent& event) {
    PREAU_CHECK(event.name.find_first_of("\r\n") == std::string::npos);
    std::string out;
    if (event.id != 0) out += fmt::format("id: {}\n", event.id);
    if (!event.name.empty()) out += fmt::format("event: {}\n", event.name);
    std::string_view rest = event.data;
    for (;;) {
        const auto end = rest.find_first_of("\r\n");
        out.append("data: ").append(rest.substr(0, end)).append("\n");
        if (end == std::string_view::npos) break;
        rest.remove_prefix(end + (rest.substr(end).starts_with("\r\n") ? 2 : 1));
    }
    return out += "\n";
}

std::string chunk_bytes(std::string_view content) {
    PREAU_CHECK(!content.empty());
    return fmt::format("{:x}\r\n{}\r\n", content.size(), content);
}

}  // namespace preau::http
