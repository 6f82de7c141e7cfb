// SPDX-License-Identifier: Apache-2.0
#include "room/copy_keeper.hpp"

#include "base/check.hpp"
#include "seal/authorisation.hpp"
#include "seal/envelope.hpp"
#include "seal/hash.hpp"
#include "seal/names.hpp"
#include "store/session_cipher.hpp"

namespace preau::room {

namespace {

store::SecondCopy::Records records_of(store::Journal& journal) {
    return [&journal](const SessionId& session, std::uint64_t from, std::size_t count) {
        return journal.load(session, from, count);
    };
}

/// Of the boxes that the authorisation names, in its order.
std::vector<std::string> certificates_for(ByteView authorisation,
                                          const std::map<std::string, std::string>& known) {
    std::vector<std::string> certificates;
    const auto read = seal::read_authorisation(authorisation);
    if (!read) return certificates;
    for (const auto& box : read->boxes)
        if (const auto found = known.find(box); found != known.end())
            certificates.push_back(found->second);
    return certificates;
}

}  // namespace

CopyKeeper::CopyKeeper(Room& room, store::Journal& journal, Ports ports)
    : room_(room),
      ports_(std::move(ports)),
      copies_(ports_.worker, records_of(journal), ports_.clock, ports_.wake),
      shelf_(ports_.worker, ports_.clock, ports_.wake) {}

Result<void> CopyKeeper::follow() {
    std::set<SessionId> running;
    for (const auto& session : room_.sessions()) {
        const auto& id = session->row().id;
        running.insert(id);
        if (room_.session_key(id) != nullptr && kept_.insert(id).second) keep(*session);
    }
    const auto followed = copies_.follow([this](const SessionId& id) {
        const auto* session = room_.find(id);
        PREAU_CHECK(session != nullptr);  // sessions are never closed while the box runs
        return session->size();
    });
    if (!followed) return followed;
    for (const auto& session : room_.sessions())
        session->note_copy(copies_.standing(session->row().id));
    shelf_.follow(running);
    return {};
}

void CopyKeeper::keep(const LiveSession& session) {
    const auto& row = session.row();
    const auto payload = seal::unverified_payload(row.authorisation, seal::kAuthorisationType);
    PREAU_CHECK(payload.has_value());  // it was read when the session was opened
    copies_.keep({row, certificates_for(*payload, ports_.certificates())},
                 {row.id, seal::sha256(*payload)},
                 std::make_shared<store::SessionCipher>(room_.session_key(row.id), ports_.entropy));
}

void tell_of_no_copy(Room& room) {
    for (const auto& session : room.sessions())
        if (session->needs_copy())
            session->note_copy(
                {store::CopyStanding::State::lost, exam::SecondCopyLoss::removed, 0});
}

}  // namespace preau::room
