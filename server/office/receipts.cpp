// SPDX-License-Identifier: Apache-2.0
#include "office/receipts.hpp"

#include "base/file.hpp"
#include "base/limits.hpp"
#include "base/log.hpp"
#include "seal/checkpoint.hpp"

namespace preau::office {

namespace {

Error not_for_this_session() {
    return Error::malformed("the receipt is not for this session's sealed journal");
}

}  // namespace

Receipts::Receipts(store::Journal& journal, std::vector<seal::VerifierKey> platform)
    : journal_(journal), platform_(std::move(platform)) {}

Result<void> Receipts::open(const room::Room& room) {
    for (const auto& session : room.sessions()) {
        const auto note = journal_.receipt(session->row().id);
        if (!note) return fail(note.error());
        if (!*note) continue;
        const auto time = verify(*session, **note);
        if (!time) return fail(Error(time.error()).with_context("the stored receipt"));
        received_[session->row().id] = *time;
    }
    return {};
}

/// Unix seconds, by the first of the platform's receipt keys that signed.
Result<std::int64_t> Receipts::cosigned_at(std::string_view note) const {
    Result<std::int64_t> last = fail(Error::malformed("no receipt key of the platform is known"));
    for (const auto& key : platform_) {
        last = seal::verify_cosignature(note, key);
        if (last) break;
    }
    return last;
}

Result<WallTime> Receipts::verify(const room::LiveSession& session, std::string_view note) const {
    const auto unix_seconds = cosigned_at(note);
    if (!unix_seconds) return fail(unix_seconds.error());
    if (!session.sealed() || !session.epoch_verifier()) return fail(not_for_this_session());
    // The box's own sealing note, and one line more: nothing else is a receipt.
    const auto own = seal::verify_checkpoint(note, *session.epoch_verifier());
    if (!own) return fail(own.error());
    if (session.checkpoint() != *own) return fail(not_for_this_session());
    if (seal::read_note(note)->signatures.size() != 2)
        return fail(Error::malformed("a receipt has the box's signature and the platform's"));
    return WallTime{*unix_seconds * 1000};
}

Result<std::vector<const room::LiveSession*>> Receipts::collect(const std::filesystem::path& inbox,
                                                                const room::Room& room) {
    std::vector<const room::LiveSession*> received;
    for (const auto& session : room.sessions()) {
        const auto& id = session->row().id;
        const auto path = inbox / (id.hex() + ".receipt");
        if (received_.contains(id) || !session->sealed() || !std::filesystem::exists(path))
            continue;
        const auto note = read_file(path, limits::note_bytes_max);
        const auto time = note ? verify(*session, as_text(*note)) : fail(note.error());
        if (!time) {
            if (refused_.insert(id).second)  // looked at every second, said once
                log::warning("receipt.refused",
                             {{"file", path.string()}, {"why", time.error().message}});
            continue;
        }
        if (auto kept = journal_.put_receipt(id, as_text(*note)); !kept)
            return fail(std::move(kept.error()));
        received_[id] = *time;
        received.push_back(session.get());
        log::info("receipt.verified", {{"session", session->row().number}});
    }
    return received;
}

std::optional<WallTime> Receipts::received_at(const SessionId& session) const {
    const auto found = received_.find(session);
    return found == received_.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace preau::office
