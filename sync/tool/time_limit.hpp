// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/system_clock.hpp"

#include <atomic>
#include <condition_variable>
#include <mutex>

namespace preau::tool {

/// The time that a rehearsal as a whole may take: every wait of every robot ends with it. Any
/// thread.
class TimeLimit {
  public:
    explicit TimeLimit(Duration length);

    bool is_over() const;
    /// Ends it now.
    void end();
    /// Waits that long, less when the limit ends before.
    void sleep(Duration time);

  private:
    mutable SystemClock clock_;
    Duration deadline_;
    std::atomic<bool> ended_ = false;
    std::mutex mutex_;
    std::condition_variable woken_;
};

}  // namespace preau::tool
