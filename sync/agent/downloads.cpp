// SPDX-License-Identifier: Apache-2.0
#include "agent/downloads.hpp"

#include "agent/part_file.hpp"
#include "base/file.hpp"
#include "base/log.hpp"
#include "json/fields.hpp"
#include "json/read.hpp"
#include "seal/hash.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace preau::agent {

namespace {

constexpr Duration kDownloadTimeout = minutes(30);
constexpr std::size_t kListedMax = 1000;
constexpr std::size_t kNameBytesMax = 200;
constexpr std::size_t kTokenBytesMax = 256;

Obstacle portal(std::string detail) {
    return {.trouble = Trouble::portal, .detail = std::move(detail)};
}

std::pair<std::string, std::string> bearer(const std::string& token) {
    return {"Authorization", "Bearer " + token};
}

}  // namespace

Result<std::string> read_token(const std::filesystem::path& file) {
    std::error_code error;
    const auto mode = std::filesystem::status(file, error).permissions();
    using std::filesystem::perms;
    if (!error && (mode & (perms::group_all | perms::others_all)) != perms::none)
        return fail(Error::malformed(file.string() + ": others can read it; chmod 600"));
    const auto bytes = read_file(file, kTokenBytesMax);
    if (!bytes) return fail(bytes.error());
    std::string token(as_text(*bytes));
    while (token.ends_with('\n') || token.ends_with('\r')) token.pop_back();
    const auto is_plain = [](char c) { return c > ' ' && c < '\x7f'; };
    if (token.empty() || !std::ranges::all_of(token, is_plain))
        return fail(Error::malformed(file.string() + ": one line without spaces is expected"));
    return token;
}

Result<std::size_t, Obstacle> Downloads::fetch() {
    news_ = 0;
    if (auto done = fetch_signed("/v1/root", "root.json"); !done) return fail(done.error());
    if (auto done = fetch_signed("/v1/timestamp", "timestamp.json"); !done)
        return fail(done.error());
    if (config_.box.empty() || !std::filesystem::exists(config_.token_file)) return news_;
    const auto token = read_token(config_.token_file);
    if (!token)
        return fail(Obstacle{.trouble = Trouble::token_refused, .detail = token.error().message});
    const auto all = list(*token);
    if (!all) return fail(all.error());
    Result<void, Obstacle> first;
    for (const auto& listed : *all) {
        auto done = fetch_one(listed, *token);
        if (!done && is_of_the_line(done.error().trouble)) return fail(done.error());
        if (!done && first) first = done;  // the others may be sound
    }
    if (!first) return fail(first.error());
    return news_;
}

/// A platform that has none yet is no trouble.
Result<void, Obstacle> Downloads::fetch_signed(std::string_view path, std::string_view name) {
    const auto answer = client_.exchange({.url = platform_.at(path)});
    if (!answer) return fail(obstacle_of(answer.error()));
    if (answer->status == 404) return {};
    if (auto obstacle = obstacle_of(*answer, Speech::plain)) return fail(std::move(*obstacle));
    const auto content = as_bytes(answer->body);
    if (inbox_.holds(name, seal::sha256(content))) return {};
    auto taken = inbox_.take(name, *inbox_kind(name), content);
    if (taken) ++news_;
    return taken;
}

Result<std::vector<Downloads::Listed>, Obstacle> Downloads::list(const std::string& token) {
    const auto answer =
        client_.exchange({.url = platform_.at("/v1/boxes/" + config_.box + "/documents"),
                          .headers = {bearer(token)}});
    if (!answer) return fail(obstacle_of(answer.error()));
    if (auto obstacle = obstacle_of(*answer, Speech::plain)) return fail(std::move(*obstacle));
    const auto body = json::read(answer->body);
    const auto* array = body ? body->array() : nullptr;
    if (array == nullptr || array->size() > kListedMax)
        return fail(portal("the list of documents is not what it should be"));
    std::vector<Listed> all;
    for (const auto& element : *array) {
        json::Fields fields(element);
        Listed listed;
        listed.name = fields.text("name", kNameBytesMax);
        listed.sha256 = fields.hex<32>("sha256");
        listed.size = static_cast<std::uint64_t>(fields.integer("size", 0, json::kIntegerMax));
        if (!fields.ok()) return fail(portal("a document of the list is not what it should be"));
        const auto kind = inbox_kind(listed.name);
        if (!kind || listed.size > bytes_max(*kind)) continue;  // for a later version of ours
        listed.kind = *kind;
        all.push_back(std::move(listed));
    }
    return all;
}

Result<void, Obstacle> Downloads::fetch_one(const Listed& listed, const std::string& token) {
    const auto known = listed.name + " " + to_hex(listed.sha256);
    if (known_.contains(known)) return {};
    if (!inbox_.holds(listed.name, listed.sha256)) {
        const auto part = inbox_.part(listed.sha256);
        if (auto done = fetch_rest(listed, token, part); !done) return done;
        if (auto done = finish(listed, part); !done) return done;
        ++news_;
    }
    known_.insert(known);
    return {};
}

/// What an earlier try brought is not asked for again.
Result<void, Obstacle> Downloads::fetch_rest(const Listed& listed, const std::string& token,
                                             const std::filesystem::path& part) {
    PartFile file(part, listed.size);
    if (file.size() == listed.size && listed.size > 0) return {};
    bool is_rest = file.size() > 0;
    HttpRequest request{
        .url = platform_.at("/v1/boxes/" + config_.box + "/documents/" + listed.name),
        .headers = {bearer(token)},
        .body = {},
        .timeout = kDownloadTimeout,
        .sink = [&](int status, std::string_view piece) {
            if (status == 200 && std::exchange(is_rest, false)) file.clear();
            return file.append(piece);
        }};
    if (is_rest) request.headers.emplace_back("Range", fmt::format("bytes={}-", file.size()));
    const auto answer = client_.exchange(request);
    if (!answer && file.failed())
        return fail(Obstacle{.trouble = Trouble::disk, .detail = "write " + part.string()});
    if (!answer) return fail(obstacle_of(answer.error()));
    if (auto obstacle = obstacle_of(*answer, Speech::plain)) return fail(std::move(*obstacle));
    return {};
}

Result<void, Obstacle> Downloads::finish(const Listed& listed, const std::filesystem::path& part) {
    const auto content = read_file(part, bytes_max(listed.kind));
    if (!content)
        return fail(Obstacle{.trouble = Trouble::disk, .detail = content.error().message});
    std::error_code ignored;
    if (seal::sha256(*content) != listed.sha256) {
        if (content->size() >= listed.size) std::filesystem::remove(part, ignored);
        return fail(Obstacle{.trouble = Trouble::damaged_on_the_way,
                             .detail = listed.name + " is not the file that was listed"});
    }
    auto taken = inbox_.take(listed.name, listed.kind, *content);
    if (taken) std::filesystem::remove(part, ignored);
    return taken;
}

}  // namespace preau::agent
