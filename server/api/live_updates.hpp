// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/session_view.hpp"
#include "http/message.hpp"
#include "room/announcer.hpp"
#include "room/live_session.hpp"

#include <functional>
#include <map>

namespace preau::api {

/// Topic of one device of a candidate, and of a session's invigilators.
std::string device_topic(const Hash& token);
std::string session_topic(const SessionId& session);

http::StreamEvent view_event(const room::LiveSession& session, CandidateNumber candidate,
                             bool granted);
http::StreamEvent session_event(const room::LiveSession& session, const BoxState& box);

/// Turns what the room has put on the disk into events on the live streams. Every event is complete
/// in itself: a reader that missed some loses nothing once it has the next.
class LiveUpdates : public room::Announcer {
  public:
    using Publish = std::function<void(std::string topic, http::StreamEvent event)>;

    using EndStreams = std::function<void(std::string topic)>;

    LiveUpdates(Publish publish, EndStreams end_streams, Clock& clock);

    /// The receipts are read from a room that announces through this object: hence the late tie.
    void show_receipts(const office::Receipts& receipts) { receipts_ = &receipts; }
    void show_seats(const store::Convenience& convenience) { convenience_ = &convenience; }

    void announce(const room::LiveSession& session, CandidateNumber candidate) override;
    /// Many cards at once are told as the whole grid: a reader's queue is bounded.
    void announce_together(const room::LiveSession& session,
                           const std::set<CandidateNumber>& changed) override;
    /// When each device was last heard of; how many stations are ready, when that has changed.
    void announce_seen(const room::LiveSession& session);

  private:
    /// What of the session as a whole every candidate's page shows.
    struct ShownToAll {
        bool paused = false;
        bool finalised = false;
        std::size_t messages = 0;
        bool operator==(const ShownToAll&) const = default;
    };

    BoxState box_state() const;
    void announce_seats(const room::LiveSession& session);
    void announce_session(const room::LiveSession& session);
    /// `told`: the invigilators have the card already, in the whole grid.
    void announce_candidate(const room::LiveSession& session, const exam::Candidate& candidate,
                            bool told);
    void announce_to_devices(const room::LiveSession& session, const exam::Candidate& candidate);
    void end_former_device(const SessionId& session, const exam::Candidate& candidate);

    Publish publish_;
    EndStreams end_streams_;
    Clock& clock_;
    const office::Receipts* receipts_ = nullptr;
    const store::Convenience* convenience_ = nullptr;
    std::map<std::pair<SessionId, CandidateNumber>, Hash> devices_;  ///< last known to act
    std::map<SessionId, ShownToAll> shown_;
    std::map<SessionId, json::Value> seats_;  ///< as last announced
};

}  // namespace preau::api
