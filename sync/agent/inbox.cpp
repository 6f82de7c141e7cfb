// SPDX-License-Identifier: Apache-2.0
#include "agent/inbox.hpp"

#include "base/file.hpp"
#include "json/read.hpp"
#include "seal/hash.hpp"

namespace preau::agent {

namespace {

/// Looks like a signed document: a portal's page does not, and a whole verification is the box's.
bool is_envelope(ByteView content) {
    const auto document = json::read(as_text(content));
    return document && document->find("payloadType") != nullptr &&
           document->find("signatures") != nullptr;
}

Obstacle disk(const Error& error) { return {.trouble = Trouble::disk, .detail = error.message}; }

}  // namespace

Inbox::Inbox(std::filesystem::path folder, std::filesystem::path outbox, PlatformKeys keys)
    : folder_(std::move(folder)), outbox_(std::move(outbox)), keys_(std::move(keys)) {}

bool Inbox::holds(std::string_view name, const Hash& sha256) const {
    const auto kind = inbox_kind(name);
    if (!kind || !has(name)) return false;
    const auto content = read_file(path(name), bytes_max(*kind));
    return content && seal::sha256(*content) == sha256;
}

std::filesystem::path Inbox::part(const Hash& sha256) const {
    return folder_ / (to_hex(sha256) + ".part");
}

Result<void, Obstacle> Inbox::check_note(const std::string& session, InboxKind kind,
                                         ByteView content) const {
    const auto parcel = read_parcel(outbox_, session);
    if (!parcel)
        return fail(Obstacle{.trouble = Trouble::receipt_wrong,
                             .detail = "a receipt for a session that is not here"});
    const auto checked = kind == InboxKind::receipt
                             ? check_receipt(*parcel, as_text(content), keys_)
                             : check_stored(*parcel, as_text(content), keys_);
    if (checked) return {};
    return fail(Obstacle{.trouble = Trouble::receipt_wrong, .detail = checked.error().message});
}

Result<void, Obstacle> Inbox::check(std::string_view name, InboxKind kind, ByteView content) const {
    switch (kind) {
        case InboxKind::receipt:
        case InboxKind::stored:
            return check_note(std::string(name.substr(0, name.find('.'))), kind, content);
        case InboxKind::root:
        case InboxKind::timestamp:
        case InboxKind::certificate:
        case InboxKind::publication:
            if (is_envelope(content)) return {};
            return fail(Obstacle{.trouble = Trouble::portal,
                                 .detail = std::string(name) + " is no signed document"});
        default:
            return {};
    }
}

Result<void, Obstacle> Inbox::take(std::string_view name, InboxKind kind, ByteView content) const {
    const bool is_final = kind == InboxKind::receipt && has(name);
    if (is_final || holds(name, seal::sha256(content))) return {};
    if (auto checked = check(name, kind, content); !checked) return checked;
    std::error_code error;
    std::filesystem::create_directories(path(name).parent_path(), error);
    if (error) return fail(disk(Error::environment(error.message())));
    if (auto written = write_file(path(name), content); !written)
        return fail(disk(written.error()));
    return {};
}

}  // namespace preau::agent
