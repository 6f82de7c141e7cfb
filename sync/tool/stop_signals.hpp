// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.hpp"

#include <csignal>

namespace preau::tool {

/// Turns Ctrl-C, SIGTERM and the end of a child into something to wait for. Made first, in the main
/// thread, so that no thread started later receives them.
class StopSignals {
  public:
    StopSignals();

    /// Waits that long, less when a child has ended. True once somebody asked us to stop.
    bool wait(Duration time);

  private:
    sigset_t signals_{};
    bool stop_asked_ = false;
};

}  // namespace preau::tool
