// SPDX-License-Identifier: Apache-2.0
#include "api/media.hpp"

namespace preau::api {

namespace {

constexpr std::string_view kFolder = "/media/";

// A picture opened as a page of its own must not act as one: no script, no request. Its own styles
// stay, since drawings are made of them.
constexpr std::string_view kPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

std::string_view content_type(std::string_view name) {
    return name.ends_with(".svg") ? "image/svg+xml" : "image/png";
}

}  // namespace

std::optional<http::Response> media(const room::Room& room, std::string_view path) {
    if (!path.starts_with(kFolder)) return std::nullopt;
    const std::string name(path.substr(kFolder.size()));
    for (const auto& session : room.sessions()) {
        const auto& all = session->pack().media;
        const auto found = all.find(name);
        if (found == all.end()) continue;
        http::Response response;
        response.headers = {{"Content-Type", std::string(content_type(name))},
                            {"Cache-Control", "private, max-age=31536000, immutable"},
                            {"Content-Security-Policy", std::string(kPolicy)}};
        response.body = std::string(as_text(found->second));
        return response;
    }
    return std::nullopt;
}

}  // namespace preau::api
