// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "room/live_session.hpp"
#include "sim/violations.hpp"

#include <map>

namespace preau::sim {

/// Looks at the clocks of a session after each turn: none goes back, and no candidate gets time
/// that no record gives.
class TimeWatch {
  public:
    void look(const room::LiveSession& session, Violations& violations);
    /// The box starts again, which is a record: the time while it was off is nobody's.
    void restart() { last_.clear(); }

  private:
    struct Seen {
        exam::Timing timing;
        Duration remaining;
    };
    Tick tick_;
    std::map<CandidateNumber, Seen> last_;
};

}  // namespace preau::sim
