// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.hpp"

#include <vector>

namespace preau::room {

/// Which wall time a tick of the session had, for people to read: the records' own, and between
/// them as if the wall clock had run evenly. Made again from the journal when it is opened.
class TickDates {
  public:
    /// In rising order of ticks.
    void note(Tick tick, WallTime wall);
    /// Of a tick before the first note: as if the clock had run evenly before it too.
    WallTime at(Tick tick) const;

  private:
    struct Since {
        Tick tick;
        WallTime wall;
    };
    std::vector<Since> stretches_;  ///< one for each restart or setting of the clock
};

}  // namespace preau::room
