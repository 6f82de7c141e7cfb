// SPDX-License-Identifier: Apache-2.0
#include "office/receipts.hpp"

#include "base/file.hpp"
#include "base/limits.hpp"
#include "base/log.hpp"
#include "seal/checkpoint.hpp"

namespace preau::office {

Receipts::Receipts(store::Journal& journal, seal::VerifierKey platform)
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

Result<WallTime> Receipts::verify(const room::LiveSession& session, std::string_view note) const {
    const auto unix_seconds = seal::verify_cosignature(note, platform_);
    if (!unix_seconds) return fail(unix_seconds.error());
    const auto cosigned = seal::unverified_checkpoint(note);  // what the platform has just proven
    if (!cosigned) return fail(cosigned.error());
    if (!session.sealed() || session.checkpoint() != *cosigned)
        return fail(Error::malformed("the receipt is not for this session's sealed journal"));
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
