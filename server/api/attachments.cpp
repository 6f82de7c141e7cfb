// SPDX-License-Identifier: Apache-2.0
#include "api/attachments.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace preau::api {

namespace {

constexpr std::string_view kFolder = "/attachments/";

// Opened in a tab all the same, it must not act as a page of the box.
constexpr std::string_view kPolicy = "default-src 'none'; sandbox";

struct Type {
    std::string_view extension;
    std::string_view content_type;
};

constexpr std::array kTypes = {
    Type{"csv", "text/csv; charset=utf-8"},
    Type{"tsv", "text/tab-separated-values; charset=utf-8"},
    Type{"txt", "text/plain; charset=utf-8"},
    Type{"log", "text/plain; charset=utf-8"},
    Type{"md", "text/markdown; charset=utf-8"},
    Type{"html", "text/html; charset=utf-8"},
    Type{"json", "application/json"},
    Type{"xml", "application/xml"},
    Type{"eml", "message/rfc822"},
    Type{"ics", "text/calendar; charset=utf-8"},
    Type{"ods", "application/vnd.oasis.opendocument.spreadsheet"},
    Type{"odt", "application/vnd.oasis.opendocument.text"},
    Type{"png", "image/png"},
    Type{"jpg", "image/jpeg"},
    Type{"svg", "image/svg+xml"},
};

std::string_view content_type(std::string_view name) {
    const auto extension = name.substr(name.rfind('.') + 1);
    const auto type = std::ranges::find(kTypes, extension, &Type::extension);
    return type == kTypes.end() ? "application/octet-stream" : type->content_type;
}

bool is_plain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '.' || c == '_' || c == '~';
}

std::string percent_encoded(std::string_view text) {
    std::string encoded;
    for (const char c : text)
        encoded +=
            is_plain(c) ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
    return encoded;
}

const pack::Attachment* find(const pack::Pack& pack, std::string_view path) {
    for (const auto& question : pack.questions)
        for (const auto& attachment : question.attachments)
            if (attachment_url(attachment) == path) return &attachment;
    return nullptr;
}

}  // namespace

std::string attachment_url(const pack::Attachment& attachment) {
    const auto hash = attachment.media.substr(0, attachment.media.find('.'));
    return fmt::format("{}{}/{}", kFolder, hash, percent_encoded(attachment.name));
}

std::optional<http::Response> attachment(const room::Room& room, std::string_view path) {
    if (!path.starts_with(kFolder)) return std::nullopt;
    for (const auto& session : room.sessions()) {
        const auto* pack = session->find_pack();
        const auto* found = pack == nullptr ? nullptr : find(*pack, path);
        if (found == nullptr) continue;
        http::Response response;
        response.headers = {{"Content-Type", std::string(content_type(found->name))},
                            {"Content-Disposition", fmt::format("attachment; filename*=UTF-8''{}",
                                                                percent_encoded(found->name))},
                            {"Cache-Control", "private, max-age=31536000, immutable"},
                            {"Content-Security-Policy", std::string(kPolicy)}};
        response.body = std::string(as_text(pack->media.at(found->media)));
        return response;
    }
    return std::nullopt;
}

}  // namespace preau::api
