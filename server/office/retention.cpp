// SPDX-License-Identifier: Apache-2.0
#include "office/retention.hpp"

#include "base/file.hpp"
#include "base/limits.hpp"
#include "base/log.hpp"

namespace preau::office {

namespace {

constexpr Duration kRetention = minutes(limits::retention_days * 24 * 60);
constexpr std::size_t kReleaseBytesMax = 16 * 1024;

Result<void> remove_file(const std::filesystem::path& path) {
    std::error_code error;
    std::filesystem::remove(path, error);
    if (error) return fail(Error::environment("delete " + path.string() + ": " + error.message()));
    return {};
}

}  // namespace

Retention::Retention(const Receipts& receipts, Folders folders)
    : receipts_(receipts), folders_(std::move(folders)) {}

Result<void> Retention::delete_delivered(const room::Room& room, const seal::Root* root,
                                         WallTime now) {
    for (const auto& session : room.sessions()) {
        const auto received = receipts_.received_at(session->row().id);
        if (!received || !session->answers_erased()) continue;
        const bool is_old = now >= *received + kRetention;
        if (!is_old && !is_released(*session, root)) continue;
        if (auto removed = remove(*session); !removed) return removed;
    }
    return {};
}

bool Retention::is_released(const room::LiveSession& session, const seal::Root* root) {
    const auto& id = session.row().id;
    const auto path = folders_.inbox / (id.hex() + ".release");
    if (root == nullptr || !std::filesystem::exists(path)) return false;
    const auto envelope = read_file(path, kReleaseBytesMax);
    const auto release = envelope ? open_release(as_text(*envelope), *root)
                                  : Result<Release>(fail(envelope.error()));
    const auto& checkpoint = *session.checkpoint();
    const Release expected{id, {checkpoint.size, checkpoint.root}};
    if (release && *release == expected) return true;
    if (refused_.insert(id).second)  // looked at every second, said once
        log::warning("release.refused",
                     {{"file", path.string()},
                      {"why", release ? "it is of another journal" : release.error().message}});
    return false;
}

/// The note goes first: a bundle without one is not sent.
Result<void> Retention::remove(const room::LiveSession& session) {
    const auto bundle = folders_.outbox / (session.row().id.hex() + ".preau");
    auto note = bundle;
    note += ".sig";
    if (!std::filesystem::exists(bundle) && !std::filesystem::exists(note)) return {};
    if (auto removed = remove_file(note); !removed) return removed;
    if (auto removed = remove_file(bundle); !removed) return removed;
    log::info("bundle.deleted", {{"session", session.row().number}});
    return {};
}

}  // namespace preau::office
