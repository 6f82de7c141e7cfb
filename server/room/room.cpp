// SPDX-License-Identifier: Apache-2.0
#include "room/room.hpp"

#include "record/header.hpp"
#include "record/payload.hpp"
#include "record/types.hpp"
#include "seal/authorisation.hpp"
#include "seal/envelope.hpp"
#include "seal/hash.hpp"
#include "seal/names.hpp"
#include "store/session_cipher.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace preau::room {

namespace {

using record::Entry;
using Outcome = Result<std::unique_ptr<LiveSession>>;

/// A question that the journal says was asked, and that the room cannot know from the pack.
const std::string* unknown_question(const LiveSession& session) {
    for (const auto& [item, times] : session.state().asked)
        if (!session.content().index_of(item)) return &item;
    return nullptr;
}

/// Finalising, the results and the seal are on the disk together or not at all.
bool is_sealed(std::span<const Entry> entries) {
    return std::ranges::any_of(entries, [](const Entry& entry) {
        const auto header = record::decode(entry.header);
        return header &&
               header->type == static_cast<std::uint16_t>(record::Type::session_finalised);
    });
}

/// The hash of a token that the record hands out.
std::optional<Hash> token_in(const Entry& entry) {
    const auto header = record::decode(entry.header);
    const auto type = header ? record::known_type(header->type) : std::nullopt;
    using enum record::Type;
    if (type != candidate_joined && type != resume_requested && type != invigilator_entered)
        return std::nullopt;
    const auto event = record::decode_payload(*type, header->candidate, entry.payload);
    if (!event) return std::nullopt;  // found when the session is unlocked and its journal verified
    if (const auto* joined = std::get_if<exam::event::CandidateJoined>(&*event))
        return joined->token;
    if (const auto* asked = std::get_if<exam::event::ResumeRequested>(&*event)) return asked->token;
    return std::get<exam::event::InvigilatorEntered>(*event).token;
}

std::set<Hash> tokens_in(std::span<const Entry> entries) {
    std::set<Hash> tokens;
    for (const auto& entry : entries)
        if (const auto token = token_in(entry)) tokens.insert(*token);
    return tokens;
}

/// Verified when the session was created; the journal's first record holds its hash.
Result<Bytes> authorisation_payload(const store::SessionRow& row) {
    return seal::unverified_payload(row.authorisation, seal::kAuthorisationType);
}

Result<seal::Authorisation> authorisation_of(const store::SessionRow& row) {
    const auto payload = authorisation_payload(row);
    if (!payload) return fail(payload.error());
    return seal::read_authorisation(*payload);
}

Failure<StillLocked> damaged(const Error& error) {
    return fail(StillLocked{Lock::journal_damaged, error.message});
}

}  // namespace

Room::Room(store::Journal& journal, Vault& vault, LiveSession::Ports ports, Announcer& announcer)
    : journal_(journal), vault_(vault), ports_(std::move(ports)), announcer_(announcer) {}

Result<void> Room::open() {
    auto rows = journal_.sessions();
    if (!rows) return fail(std::move(rows.error()));
    for (auto& row : *rows) {
        const auto intent = fmt::format("session {}", row.number);
        const auto entries = journal_.load(row.id);
        if (!entries) return fail(Error(entries.error()).with_context(intent));
        if (!is_sealed(*entries)) {
            locked_.push_back({std::move(row), tokens_in(*entries)});
            continue;
        }
        auto session = go_on(std::move(row), nullptr);
        if (!session) return fail(std::move(session.error()).with_context(intent));
        sessions_.push_back(std::move(*session));
    }
    return commit();
}

/// A sealed session is shown from its journal alone.
Outcome Room::go_on(store::SessionRow row, PackPointer pack) {
    auto opened = read_again(row);
    if (!opened) return fail(std::move(opened.error()));
    return std::make_unique<LiveSession>(std::move(row), std::move(pack), std::move(*opened),
                                         ports_);
}

Result<OpenedJournal> Room::read_again(const store::SessionRow& row) {
    const auto entries = journal_.load(row.id);
    if (!entries) return fail(entries.error());
    return verify(row, *entries);
}

Result<OpenedJournal> Room::verify(const store::SessionRow& row,
                                   std::span<const Entry> entries) const {
    const auto payload = authorisation_payload(row);
    if (!payload) return fail(payload.error());
    auto boxes = ports_.other_boxes;
    boxes[ports_.box.name] = ports_.box.key.public_key();
    return open_journal({row.id, seal::sha256(*payload), std::move(boxes)}, entries);
}

Result<void> Room::create(store::SessionRow row, exam::command::OpenSession command) {
    if (is_here(row))
        return fail(Error::malformed(fmt::format("session {} is on this box already", row.number)));
    // Enrolling asks no question: no pack is needed yet.
    auto session = go_on(row, std::make_shared<const pack::Pack>());
    if (!session) return fail(std::move(session.error()));
    const auto opened = (*session)->act(std::move(command));
    PREAU_CHECK(opened.has_value());  // a session that has no journal yet can be opened
    if (auto added = journal_.add_session(row, (*session)->take_staged()); !added) return added;
    locked_.push_back({std::move(row), {}});
    return {};
}

Result<LiveSession*, StillLocked> Room::unlock(std::string_view number, std::string_view code) {
    const auto* row = find_locked(number);
    PREAU_CHECK(row != nullptr);
    const auto authorisation = authorisation_of(*row);
    if (!authorisation) return damaged(authorisation.error());
    auto unsealed = vault_.unseal(*authorisation, row->id, code);
    if (!unsealed) return fail(std::move(unsealed.error()));
    const auto key = std::make_shared<const seal::SessionDataKey>(std::move(unsealed->key));
    if (auto caught_up = catch_up(*row, store::SessionCipher(key, ports_.entropy)); !caught_up)
        return fail(std::move(caught_up.error()));
    auto session = go_on(*row, std::move(unsealed->pack));
    if (!session) return damaged(session.error());
    if (const auto* item = unknown_question(**session))
        return damaged(Error::malformed(
            fmt::format("the journal asks {}, which its pack does not have", *item)));
    const auto row_id = row->id;
    std::erase_if(locked_, [&](const LockedSession& locked) { return &locked.row == row; });
    keys_.emplace(row_id, key);
    if (copies_) copies_->shelf.forget(row_id);
    sessions_.push_back(std::move(*session));
    return sessions_.back().get();
}

bool Room::is_here(const store::SessionRow& row) {
    const auto is_this = [&](const store::SessionRow& other) {
        return other.id == row.id || other.number == row.number;
    };
    return std::ranges::any_of(locked_, is_this, &LockedSession::row) ||
           std::ranges::any_of(sessions_,
                               [&](const auto& session) { return is_this(session->row()); });
}

const store::SessionRow* Room::find_locked(std::string_view number) const {
    const auto found = std::ranges::find_if(
        locked_, [&](const LockedSession& locked) { return locked.row.number == number; });
    return found == locked_.end() ? nullptr : &found->row;
}

std::shared_ptr<const seal::SessionDataKey> Room::session_key(const SessionId& session) const {
    const auto found = keys_.find(session);
    return found == keys_.end() ? nullptr : found->second;
}

std::vector<std::string> Room::locked_numbers() const {
    std::vector<std::string> numbers;
    for (const auto& locked : locked_) numbers.push_back(locked.row.number);
    return numbers;
}

bool Room::is_locked_token(const Hash& token) const {
    return std::ranges::any_of(
        locked_, [&](const LockedSession& locked) { return locked.tokens.contains(token); });
}

Result<void> Room::forget_answers(LiveSession& session) {
    auto opened = read_again(session.row());
    if (!opened) return fail(std::move(opened.error()));
    session.forget_answers(std::move(*opened));
    keys_.erase(session.row().id);
    return {};
}

LiveSession* Room::find(std::string_view number) const {
    const auto found = std::ranges::find_if(
        sessions_, [&](const auto& session) { return session->row().number == number; });
    return found == sessions_.end() ? nullptr : found->get();
}

LiveSession* Room::find(const SessionId& id) const {
    const auto found = std::ranges::find_if(
        sessions_, [&](const auto& session) { return session->row().id == id; });
    return found == sessions_.end() ? nullptr : found->get();
}

void Room::keep(store::Convenience& convenience) {
    for (const auto& session : sessions_) session->keep(convenience);
    const bool some_are_open =
        !locked_.empty() ||
        std::ranges::any_of(sessions_, [](const auto& session) { return !session->sealed(); });
    // What the stations said of themselves was for the sessions that are over.
    if (std::exchange(some_are_open_, some_are_open) && !some_are_open)
        convenience.erase_seat_checks();
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
