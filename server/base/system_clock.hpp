// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/ports.hpp"

namespace preau {

/// The machine's clocks. CLOCK_BOOTTIME also counts while the machine sleeps. Any thread.
class SystemClock : public Clock {
  public:
    Duration boot_now() override;
    WallTime wall_now() override;
    ClockQuality quality() override { return ClockQuality::unknown; }
};

}  // namespace preau
