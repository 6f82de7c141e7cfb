// SPDX-License-Identifier: Apache-2.0
#include "http/static_files.hpp"

#include "base/file.hpp"
#include "http/own_address.hpp"
#include "http/tokens.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <system_error>
#include <utility>

namespace preau::http {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kBytesMax = 64u * 1024 * 1024;
constexpr std::string_view kIndex = "index.html";
constexpr std::size_t kHashCharactersMin = 8;

struct Type {
    std::string_view extension, content_type;
};
constexpr std::array kTypes = {
    Type{".html", "text/html; charset=utf-8"},
    Type{".js", "text/javascript; charset=utf-8"},
    Type{".mjs", "text/javascript; charset=utf-8"},
    Type{".css", "text/css; charset=utf-8"},
    Type{".json", "application/json"},
    Type{".txt", "text/plain; charset=utf-8"},
    Type{".xml", "application/xml"},
    Type{".crx", "application/x-chrome-extension"},
    Type{".xpi", "application/x-xpinstall"},
    Type{".svg", "image/svg+xml"},
    Type{".png", "image/png"},
    Type{".jpg", "image/jpeg"},
    Type{".jpeg", "image/jpeg"},
    Type{".webp", "image/webp"},
    Type{".ico", "image/x-icon"},
    Type{".woff2", "font/woff2"},
    Type{".webmanifest", "application/manifest+json"},
    Type{".pdf", "application/pdf"},
    Type{".mp3", "audio/mpeg"},
    Type{".mp4", "video/mp4"},
};

std::string content_type(const std::string& name) {
    const auto extension = lower_case(fs::path(name).extension().string());
    for (const auto& type : kTypes)
        if (type.extension == extension) return std::string(type.content_type);
    return "application/octet-stream";
}

/// "c/<build>/" when the name lies under it, else empty.
std::string_view build_folder(std::string_view name) {
    if (!name.starts_with("c/")) return {};
    const auto end = name.find('/', 2);
    return end == std::string_view::npos || end == 2 ? std::string_view() : name.substr(0, end + 1);
}

/// "/c/<build>" or "/c/<build>/".
bool is_page_of_a_build(std::string_view path) {
    if (!path.starts_with("/c/")) return false;
    const auto slash = path.find('/', 3);
    return slash == std::string_view::npos || slash + 1 == path.size();
}

/// The builder's `assets/name-hash.ext`: another content has another name.
bool is_hashed(const std::string& name) {
    const fs::path path(name);
    const auto stem = path.stem().string();
    const auto dash = stem.find('-');
    return path.parent_path().filename() == "assets" && dash != std::string::npos &&
           stem.size() - dash > kHashCharactersMin;
}

std::string cache_control(const std::string& name) {
    if (is_hashed(name)) return "max-age=31536000, immutable";
    if (!build_folder(name).empty() && name.ends_with(".html")) return "private, max-age=14400";
    return "no-cache";
}

/// FNV-1a and the length: it tells versions of our own files apart, nobody forges them.
std::string etag_of(std::string_view content, std::string_view variant) {
    std::uint64_t hash = 14695981039346656037u;
    for (const char c : content) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
    return fmt::format("\"{:016x}-{:x}{}\"", hash, content.size(), variant);
}

/// Names relative to the folder, '/' between their parts, with each file's content.
Result<std::map<std::string, std::string>> read_folder(const fs::path& folder) {
    std::map<std::string, std::string> contents;
    std::size_t left = kBytesMax;
    std::error_code failure;
    fs::recursive_directory_iterator entry(folder, failure), end;
    for (; !failure && entry != end; entry.increment(failure)) {
        if (!entry->is_regular_file() || entry->is_symlink()) continue;
        auto bytes = read_file(entry->path(), left);
        if (!bytes) return fail(std::move(bytes.error()).with_context("load the pages"));
        left -= bytes->size();
        contents[entry->path().lexically_relative(folder).generic_string()] = as_text(*bytes);
    }
    if (failure)
        return fail(Error::environment("load the pages from " + folder.string() + ": " +
                                       failure.message()));
    if (contents.empty())
        return fail(Error::environment("load the pages from " + folder.string() +
                                       ": no file there; build the pages first"));
    return contents;
}

Response redirect(const std::string& target) {
    Response response;
    response.status = 302;
    response.headers = {{"Location", target}};
    return response;
}

}  // namespace

Result<StaticFiles> StaticFiles::load(const fs::path& folder) {
    auto contents = read_folder(folder);
    if (!contents) return fail(std::move(contents.error()));
    StaticFiles files;
    const auto variant = [](const std::string& content, std::string_view suffix) {
        return Variant{std::make_shared<const std::string>(content), etag_of(content, suffix)};
    };
    for (const auto& [name, content] : *contents) {
        const bool is_sibling =
            name.ends_with(".gz") && contents->contains(name.substr(0, name.size() - 3));
        if (is_sibling) continue;
        File file{variant(content, ""), std::nullopt, content_type(name), cache_control(name),
                  names_own_address(content)};
        const auto gzip = contents->find(name + ".gz");
        if (gzip != contents->end()) file.gzip = variant(gzip->second, "-gz");
        files.add(name, std::move(file));
    }
    return files;
}

void StaticFiles::add(const std::string& name, File file) {
    const auto shared = std::make_shared<const File>(std::move(file));
    files_["/" + name] = shared;
    if (fs::path(name).filename() != kIndex) return;
    const auto folder = "/" + name.substr(0, name.size() - kIndex.size());
    files_[folder] = shared;
    if (build_folder(name).size() + kIndex.size() == name.size())
        home_ = folder;  // its address without the '/' at the end redirects, as other builds' do
    else if (folder.size() > 1)
        files_[folder.substr(0, folder.size() - 1)] = shared;
}

std::optional<Response> StaticFiles::find(const Request& request) const {
    if (request.method != Method::get && request.method != Method::head) return std::nullopt;
    const auto found = files_.find(request.path);
    if (found != files_.end()) return answer(*found->second, request);
    if (home_.empty()) return std::nullopt;
    if (request.path == "/" || is_page_of_a_build(request.path)) return redirect(home_);
    return std::nullopt;
}

Response StaticFiles::answer(const File& file, const Request& request) {
    return file.addressed ? answer_addressed(file, request) : answer_kept(file, request);
}

Response StaticFiles::answer_addressed(const File& file, const Request& request) {
    Response response;
    response.headers = {{"Content-Type", file.content_type}};
    response.body = with_own_address(*file.plain.body, request.host);
    return response;
}

Response StaticFiles::answer_kept(const File& file, const Request& request) {
    const bool compressed = file.gzip && request.accepts_gzip;
    const auto& variant = compressed ? *file.gzip : file.plain;
    Response response;
    response.headers = {{"ETag", variant.etag}, {"Cache-Control", file.cache_control}};
    if (file.gzip) response.headers.emplace_back("Vary", "Accept-Encoding");
    if (none_match_names(request.if_none_match, variant.etag)) {
        response.status = 304;
        return response;
    }
    response.headers.emplace_back("Content-Type", file.content_type);
    if (compressed) response.headers.emplace_back("Content-Encoding", "gzip");
    response.shared_body = variant.body;
    return response;
}

}  // namespace preau::http
