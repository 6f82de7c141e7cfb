// SPDX-License-Identifier: Apache-2.0
#include "api/media.hpp"

#include <algorithm>
#include <array>

namespace preau::api {

namespace {

constexpr std::string_view kFolder = "/media/";

struct Type {
    std::string_view extension;
    std::string_view content_type;
    std::string_view policy;
};

// A picture opened as a page of its own must not act as one: no script, no request. Its own styles
// stay, since drawings are made of them.
constexpr std::string_view kPicture = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

// A simulator is one file that runs its own script in an origin of nobody, and reaches no network.
constexpr std::string_view kSimulator =
    "sandbox allow-scripts; default-src 'none'; script-src 'unsafe-inline'; style-src "
    "'unsafe-inline'; img-src data:; frame-ancestors 'self'";

constexpr std::array kTypes = {
    Type{".svg", "image/svg+xml", kPicture},
    Type{".png", "image/png", kPicture},
    Type{".html", "text/html; charset=utf-8", kSimulator},
};

/// Nothing for what is only given as an attachment, under its own name.
const Type* type_of(std::string_view name) {
    const auto type = std::ranges::find_if(
        kTypes, [&](const Type& known) { return name.ends_with(known.extension); });
    return type == kTypes.end() ? nullptr : &*type;
}

}  // namespace

std::optional<http::Response> media(const room::Room& room, std::string_view path) {
    if (!path.starts_with(kFolder)) return std::nullopt;
    const std::string name(path.substr(kFolder.size()));
    const auto* type = type_of(name);
    if (type == nullptr) return std::nullopt;
    for (const auto& session : room.sessions()) {
        const auto* pack = session->find_pack();
        if (pack == nullptr) continue;
        const auto& all = pack->media;
        const auto found = all.find(name);
        if (found == all.end()) continue;
        http::Response response;
        response.headers = {{"Content-Type", std::string(type->content_type)},
                            {"Cache-Control", "private, max-age=31536000, immutable"},
                            {"Content-Security-Policy", std::string(type->policy)}};
        response.body = std::string(as_text(found->second));
        return response;
    }
    return std::nullopt;
}

}  // namespace preau::api
