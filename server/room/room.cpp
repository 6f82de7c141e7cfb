// SPDX-License-Identifier: Apache-2.0
#include "room/room.hpp"

#include "seal/authorisation.hpp"
#include "seal/envelope.hpp"
#include "seal/hash.hpp"
#include "seal/names.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace preau::room {

namespace {

/// A question that the journal says was asked, and that the room cannot know from the pack.
const std::string* unknown_question(const LiveSession& session) {
    for (const auto& [item, times] : session.state().asked)
        if (!session.content().index_of(item)) return &item;
    return nullptr;
}

}  // namespace

Room::Room(store::Journal& journal, PackSource packs, LiveSession::Ports ports,
           Announcer& announcer)
    : journal_(journal),
      packs_(std::move(packs)),
      ports_(std::move(ports)),
      announcer_(announcer) {}

Result<void> Room::open() {
    auto rows = journal_.sessions();
    if (!rows) return fail(std::move(rows.error()));
    for (auto& row : *rows) {
        const auto intent = fmt::format("session {}", row.number);
        auto session = go_on(std::move(row));
        if (!session) return fail(std::move(session.error()).with_context(intent));
        sessions_.push_back(std::move(*session));
    }
    return commit();
}

Result<std::unique_ptr<LiveSession>> Room::go_on(store::SessionRow row) {
    // Verified when the session was created; the journal's first record holds its hash.
    const auto payload = seal::unverified_payload(row.authorisation, seal::kAuthorisationType);
    if (!payload) return fail(payload.error());
    const auto authorisation = seal::read_authorisation(*payload);
    if (!authorisation) return fail(authorisation.error());
    const auto* pack = packs_(authorisation->pack_hash);
    if (pack == nullptr)
        return fail(
            Error::environment(fmt::format("pack {} {} is not on this box: copy it under packs/",
                                           authorisation->pack_id, authorisation->pack_version)));
    const auto entries = journal_.load(row.id);
    if (!entries) return fail(entries.error());
    auto opened = open_journal({.session = row.id,
                                .authorisation = seal::sha256(*payload),
                                .box = ports_.box.name,
                                .box_key = ports_.box.key.public_key()},
                               *entries);
    if (!opened) return fail(std::move(opened.error()));
    auto session = std::make_unique<LiveSession>(std::move(row), *pack, std::move(*opened), ports_);
    if (const auto* item = unknown_question(*session))
        return fail(Error::malformed(
            fmt::format("the journal asks {}, which its pack does not have", *item)));
    return session;
}

Result<LiveSession*> Room::create(store::SessionRow row, exam::command::OpenSession command) {
    if (find(row.id) != nullptr || find(row.number) != nullptr)
        return fail(Error::malformed(fmt::format("session {} is on this box already", row.number)));
    auto session = go_on(row);
    if (!session) return fail(std::move(session.error()));
    const auto opened = (*session)->act(std::move(command));
    PREAU_CHECK(opened.has_value());  // a session that has no journal yet can be opened
    if (auto added = journal_.add_session(row, (*session)->take_staged()); !added)
        return fail(std::move(added.error()));
    sessions_.push_back(std::move(*session));
    return sessions_.back().get();
}

LiveSession* Room::find(std::string_view number) {
    const auto found = std::ranges::find_if(
        sessions_, [&](const auto& session) { return session->row().number == number; });
    return found == sessions_.end() ? nullptr : found->get();
}

LiveSession* Room::find(const SessionId& id) {
    const auto found = std::ranges::find_if(
        sessions_, [&](const auto& session) { return session->row().id == id; });
    return found == sessions_.end() ? nullptr : found->get();
}

void Room::keep(store::Convenience& convenience) {
    for (const auto& session : sessions_) session->keep(convenience);
}

void Room::take_back(const store::Convenience& convenience) {
    for (const auto& session : sessions_) session->take_back(convenience);
}

void Room::observe_time() {
    for (const auto& session : sessions_) session->observe_time();
}

void Room::observe_silence() {
    for (const auto& session : sessions_) session->observe_silence();
}

Result<void> Room::commit() {
    std::vector<store::Staged> staged;
    for (const auto& session : sessions_)
        for (auto& entry : session->take_staged())
            staged.push_back({session->row().id, std::move(entry)});
    if (!staged.empty())
        if (auto written = journal_.append(staged); !written) return written;
    return {};
}

void Room::announce() {
    for (const auto& session : sessions_)
        if (const auto changed = session->take_changed(); !changed.empty())
            announcer_.announce_together(*session, changed);
}

}  // namespace preau::room
