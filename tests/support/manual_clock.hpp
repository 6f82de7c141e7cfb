// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/ports.hpp"

namespace preau::test {

/// Time that a test moves by hand.
class ManualClock : public Clock {
  public:
    Duration boot_now() override { return boot_; }
    WallTime wall_now() override { return wall_; }
    ClockQuality quality() override { return ClockQuality::rtc; }

    void pass(Duration duration) {
        boot_ = boot_ + duration;
        wall_ = wall_ + duration;
    }
    /// Somebody sets the wall clock; durations do not notice.
    void jump_wall(Duration duration) { wall_ = wall_ + duration; }
    /// The machine starts again.
    void restart() { boot_ = {}; }

  private:
    Duration boot_ = seconds(40);
    WallTime wall_{1'790'000'000'000};
};

}  // namespace preau::test
