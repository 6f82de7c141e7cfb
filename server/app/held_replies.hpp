// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.hpp"
#include "http/message.hpp"
#include "room/live_session.hpp"

#include <vector>

namespace preau::app {

/// Replies that must not leave before the second copy holds what they acknowledge. None is held
/// longer than two seconds: then the page is told to send its answer again. Room's thread.
class HeldReplies {
  public:
    /// `response` acknowledges all that the session has written so far. Leaves at once when the
    /// copy holds it, or when none is needed.
    void hold(const room::LiveSession& session, http::Reply reply, http::Response response,
              Duration now);
    /// Once in each turn of the room.
    void release(Duration now);

  private:
    struct Held {
        const room::LiveSession* session = nullptr;
        std::uint64_t size = 0;
        Duration since;
        http::Reply reply;
        http::Response response;
    };
    static bool let_go(Held& held, Duration now);

    std::vector<Held> held_;
};

}  // namespace preau::app
