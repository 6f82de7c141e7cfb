// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/message.hpp"
#include "office/receipts.hpp"
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
http::StreamEvent session_event(const room::LiveSession& session, const office::Receipts& receipts,
                                WallTime box_time);

/// Turns what the room has put on the disk into events on the live streams. Every event is complete
/// in itself: a reader that missed some loses nothing once it has the next.
class LiveUpdates : public room::Announcer {
  public:
    using Publish = std::function<void(std::string topic, http::StreamEvent event)>;

    using EndStreams = std::function<void(std::string topic)>;

    LiveUpdates(Publish publish, EndStreams end_streams, Clock& clock);

    /// The receipts are read from a room that announces through this object: hence the late tie.
    void show_receipts(const office::Receipts& receipts) { receipts_ = &receipts; }

    void announce(const room::LiveSession& session, CandidateNumber candidate) override;
    /// When each device was last heard of.
    void announce_seen(const room::LiveSession& session);

  private:
    void announce_candidate(const room::LiveSession& session, const exam::Candidate& candidate);
    void end_former_device(const SessionId& session, const exam::Candidate& candidate);

    Publish publish_;
    EndStreams end_streams_;
    Clock& clock_;
    const office::Receipts* receipts_ = nullptr;
    std::map<std::pair<SessionId, CandidateNumber>, Hash> devices_;  ///< last known to act
};

}  // namespace preau::api
