// SPDX-License-Identifier: Apache-2.0
#include "api/live_updates.hpp"

#include "api/candidate_view.hpp"
#include "api/session_view.hpp"
#include "base/check.hpp"
#include "json/write.hpp"

namespace preau::api {

std::string device_topic(const Hash& token) { return "device/" + to_hex(token); }
std::string session_topic(const SessionId& session) { return "session/" + session.hex(); }

http::StreamEvent view_event(const room::LiveSession& session, CandidateNumber candidate,
                             bool granted) {
    return {"view", session.size(), json::write(candidate_view(session, candidate, granted))};
}

http::StreamEvent session_event(const room::LiveSession& session, const office::Receipts& receipts,
                                WallTime box_time) {
    return {"session", session.size(), json::write(session_view(session, receipts, box_time))};
}

LiveUpdates::LiveUpdates(Publish publish, EndStreams end_streams, Clock& clock)
    : publish_(std::move(publish)), end_streams_(std::move(end_streams)), clock_(clock) {}

void LiveUpdates::announce(const room::LiveSession& session, CandidateNumber candidate) {
    PREAU_CHECK(receipts_ != nullptr);
    if (const auto* found = session.state().find(candidate))
        return announce_candidate(session, *found);
    publish_(session_topic(session.row().id),
             session_event(session, *receipts_, clock_.wall_now()));
}

void LiveUpdates::announce_candidate(const room::LiveSession& session,
                                     const exam::Candidate& candidate) {
    const auto number = candidate.enrolment.candidate;
    const auto invigilators = session_topic(session.row().id);
    publish_(invigilators, {"counts", session.size(), json::write(counts_view(session))});
    publish_(invigilators, {"candidate", session.size(), json::write(card(session, candidate))});
    end_former_device(session.row().id, candidate);
    if (candidate.lease)
        publish_(device_topic(*candidate.lease), view_event(session, number, true));
    if (candidate.requested_lease)
        publish_(device_topic(*candidate.requested_lease), view_event(session, number, false));
}

/// A device that no longer acts finds out when it comes back and is told so: at once, not at its
/// next heartbeat.
void LiveUpdates::end_former_device(const SessionId& session, const exam::Candidate& candidate) {
    if (!candidate.lease) return;
    auto& device = devices_.try_emplace({session, candidate.enrolment.candidate}, *candidate.lease)
                       .first->second;
    if (device != *candidate.lease) end_streams_(device_topic(device));
    device = *candidate.lease;
}

void LiveUpdates::announce_seen(const room::LiveSession& session) {
    publish_(session_topic(session.row().id),
             {"seen", session.size(), json::write(seen_view(session))});
}

}  // namespace preau::api
