// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/ids.hpp"

#include <set>

namespace preau::room {

class LiveSession;

/// Told what changed once it is on the disk; a port, so that tests can listen. Candidate 0 means
/// the session as a whole. Called on the room's thread.
class Announcer {
  public:
    virtual ~Announcer() = default;
    virtual void announce(const LiveSession& session, CandidateNumber candidate) = 0;
    /// All that one commit has changed in a session: one by one, for whoever knows nothing better.
    virtual void announce_together(const LiveSession& session,
                                   const std::set<CandidateNumber>& changed) {
        for (const auto candidate : changed) announce(session, candidate);
    }
};

}  // namespace preau::room
