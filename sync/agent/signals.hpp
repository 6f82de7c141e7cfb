// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.hpp"

#include <csignal>

namespace preau::agent {

/// SIGTERM and SIGINT as something to look at instead of something that strikes: the program stops
/// between two steps. Made first in main, before any thread.
class StopSignals {
  public:
    StopSignals();

    /// One has come, and has not been taken by wait().
    bool has_come() const;
    /// Waits that long; false as soon as one comes.
    bool wait(Duration time) const;

  private:
    sigset_t signals_{};
};

}  // namespace preau::agent
