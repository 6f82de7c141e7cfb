// SPDX-License-Identifier: Apache-2.0
#include "agent/stick.hpp"

#include "base/file.hpp"
#include "base/limits.hpp"
#include "base/log.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace preau::agent {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kFilesMax = 2000;  // on a stick that somebody filled with other things

void note(StickExchange& exchange, const Result<void, Obstacle>& done) {
    if (done || exchange.obstacle.trouble != Trouble::none) return;
    exchange.obstacle = done.error();
}

/// The box's request for a certificate travels with the bundles.
bool is_request(const fs::path& path) { return path.string().ends_with(".request.json"); }

Result<std::set<fs::path>, Obstacle> requests_in(const fs::path& outbox) {
    std::set<fs::path> requests;
    std::error_code error;
    for (fs::directory_iterator at(outbox, error), end; !error && at != end; at.increment(error))
        if (is_request(at->path())) requests.insert(at->path());
    if (error) return fail(Obstacle{.trouble = Trouble::unreadable, .detail = error.message()});
    return requests;
}

std::string stamp_of(const fs::path& path) {
    std::error_code error;
    const auto size = fs::file_size(path, error);
    const auto time = fs::last_write_time(path, error);
    if (error) return {};
    return fmt::format("{} {} {}", path.string(), size, time.time_since_epoch().count());
}

}  // namespace

StickExchange Stick::exchange(const fs::path& root) {
    StickExchange exchange;
    const auto folder = root / kStickFolder;
    auto prepared = prepare(folder);
    note(exchange, prepared ? put(folder / kToPlatform, exchange) : prepared);
    std::error_code ignored;
    if (fs::is_directory(folder / kToBox, ignored))
        note(exchange, take_all(folder / kToBox, exchange));
    return exchange;
}

Result<void, Obstacle> Stick::prepare(const fs::path& folder) {
    for (const auto& made : {folder, folder / kToPlatform, folder / kToBox})
        if (auto done = files_.make_folder(made); !done) return done;
    const auto text = as_bytes(stick_read_me());
    const auto there = files_.read(folder / kReadMe, text.size());
    if (there && std::ranges::equal(*there, text)) return {};
    return files_.write(folder / kReadMe, text);
}

Result<void, Obstacle> Stick::put(const fs::path& folder, StickExchange& exchange) {
    const auto sessions = sessions_in(outbox_);
    const auto requests = requests_in(outbox_);
    if (!sessions || !requests)
        return fail(Obstacle{.trouble = Trouble::unreadable, .detail = "read " + outbox_.string()});
    Result<void, Obstacle> all;
    for (const auto& session : *sessions) {
        if (inbox_.has(session + ".receipt")) continue;
        ++exchange.waiting;
        const auto bundle = session + ".preau", sidecar = bundle + ".sig";
        auto done = put_file(outbox_ / bundle, folder / bundle);
        if (done && fs::exists(outbox_ / sidecar))
            done = put_file(outbox_ / sidecar, folder / sidecar);
        if (done) ++exchange.carried;
        if (!done) all = done;  // a smaller one may still find its place
    }
    for (const auto& request : *requests)
        if (auto done = put_file(request, folder / request.filename()); !done) all = done;
    return all;
}

Result<void, Obstacle> Stick::put_file(const fs::path& from, const fs::path& to) {
    if (verified_.contains(stamp_of(to))) return {};
    const auto content = read_file(from, limits::bundle_bytes_max);
    if (!content)
        return fail(Obstacle{.trouble = Trouble::unreadable, .detail = content.error().message});
    const auto there = files_.read(to, content->size());
    const bool is_there = there && *there == *content;
    if (auto done = is_there ? Result<void, Obstacle>{} : files_.write(to, *content); !done)
        return done;
    verified_.insert(stamp_of(to));
    return {};
}

Result<void, Obstacle> Stick::take_all(const fs::path& folder, StickExchange& exchange) {
    std::error_code error;
    std::size_t seen = 0;
    Result<void, Obstacle> all;
    for (fs::recursive_directory_iterator at(folder, error), end;
         !error && at != end && ++seen <= kFilesMax; at.increment(error)) {
        if (at->is_directory(error) && !at->is_symlink(error)) continue;
        const auto name = at->path().lexically_relative(folder).generic_string();
        if (auto done = take(at->path(), name, exchange); !done) all = done;
    }
    if (error) return fail(Obstacle{.trouble = Trouble::stick_gone, .detail = error.message()});
    return all;
}

Result<void, Obstacle> Stick::take(const fs::path& file, const std::string& name,
                                   StickExchange& exchange) {
    const auto kind = inbox_kind(name);
    if (!kind) {
        ++exchange.left_out;
        return {};
    }
    const auto stamp = stamp_of(file);
    if (verified_.contains(stamp)) return {};
    const auto content = files_.read(file, bytes_max(*kind));
    if (!content) return fail(content.error());
    const auto was_there = inbox_.has(name);
    if (auto done = inbox_.take(name, *kind, *content); !done) {
        log::warning("stick.refused", {{"file", name}, {"why", done.error().detail}});
        return done;
    }
    if (!was_there) ++exchange.taken;
    verified_.insert(stamp);
    return {};
}

}  // namespace preau::agent
