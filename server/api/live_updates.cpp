// SPDX-License-Identifier: Apache-2.0
#include "api/live_updates.hpp"

#include "api/candidate_view.hpp"
#include "api/card.hpp"
#include "api/seats.hpp"
#include "base/check.hpp"
#include "json/write.hpp"

#include <utility>

namespace preau::api {

namespace {

constexpr std::size_t kCardsMax = 16;

}  // namespace

std::string device_topic(const Hash& token) { return "device/" + to_hex(token); }
std::string session_topic(const SessionId& session) { return "session/" + session.hex(); }

http::StreamEvent view_event(const room::LiveSession& session, CandidateNumber candidate,
                             bool granted) {
    return {"view", session.size(), json::write(candidate_view(session, candidate, granted))};
}

http::StreamEvent session_event(const room::LiveSession& session, const BoxState& box) {
    return {"session", session.size(), json::write(session_view(session, box))};
}

LiveUpdates::LiveUpdates(Publish publish, EndStreams end_streams, Clock& clock)
    : publish_(std::move(publish)), end_streams_(std::move(end_streams)), clock_(clock) {}

BoxState LiveUpdates::box_state() const {
    PREAU_CHECK(receipts_ != nullptr && convenience_ != nullptr);
    return {*receipts_, *convenience_, clock_.wall_now()};
}

void LiveUpdates::announce(const room::LiveSession& session, CandidateNumber candidate) {
    announce_together(session, {candidate});
}

void LiveUpdates::announce_together(const room::LiveSession& session,
                                    const std::set<CandidateNumber>& changed) {
    const auto& state = session.state();
    const bool whole = changed.size() > kCardsMax || changed.contains(CandidateNumber{});
    if (whole) announce_session(session);
    if (!whole)
        publish_(session_topic(session.row().id),
                 {"counts", session.size(), json::write(counts_view(session))});
    for (const auto number : changed)
        if (const auto* candidate = state.find(number))
            announce_candidate(session, *candidate, whole);
    const ShownToAll shown{state.paused, state.finalised, state.messages.size()};
    if (std::exchange(shown_[session.row().id], shown) == shown) return;
    for (const auto& [number, candidate] : state.candidates)
        if (!changed.contains(number)) announce_to_devices(session, candidate);
}

void LiveUpdates::announce_session(const room::LiveSession& session) {
    publish_(session_topic(session.row().id), session_event(session, box_state()));
}

void LiveUpdates::announce_candidate(const room::LiveSession& session,
                                     const exam::Candidate& candidate, bool told) {
    if (!told)
        publish_(session_topic(session.row().id),
                 {"candidate", session.size(), json::write(card(session, candidate))});
    end_former_device(session.row().id, candidate);
    announce_to_devices(session, candidate);
}

void LiveUpdates::announce_to_devices(const room::LiveSession& session,
                                      const exam::Candidate& candidate) {
    const auto number = candidate.enrolment.candidate;
    if (candidate.lease)
        publish_(device_topic(*candidate.lease), view_event(session, number, true));
    if (candidate.requested_lease)
        publish_(device_topic(*candidate.requested_lease), view_event(session, number, false));
}

/// A device that no longer acts finds out when it comes back and is told so: at once, not at its
/// next heartbeat.
void LiveUpdates::end_former_device(const SessionId& session, const exam::Candidate& candidate) {
    const auto place = std::pair(session, candidate.enrolment.candidate);
    const auto known = devices_.find(place);
    if (known != devices_.end() && known->second != candidate.lease) {
        end_streams_(device_topic(known->second));
        devices_.erase(known);
    }
    if (candidate.lease) devices_.emplace(place, *candidate.lease);
}

void LiveUpdates::announce_seen(const room::LiveSession& session) {
    publish_(session_topic(session.row().id),
             {"seen", session.size(), json::write(seen_view(session))});
    announce_seats(session);
}

void LiveUpdates::announce_seats(const room::LiveSession& session) {
    const auto box = box_state();
    auto seats = seats_summary(box.convenience, box.time);
    auto& last = seats_[session.row().id];
    if (last == seats) return;
    last = seats;
    publish_(session_topic(session.row().id),
             {"seats", session.size(), json::write(json::Object{{"seats", std::move(seats)}})});
}

}  // namespace preau::api
