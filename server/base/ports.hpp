// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.hpp"

#include <cstdint>
#include <span>

namespace preau {

/// How far the wall clock can be trusted; the numbers are those of the journal header.
enum class ClockQuality : std::uint8_t {
    unknown = 0,
    floor = 1,
    operator_set = 2,
    rtc = 3,
    ntp = 4,
    central = 5,
};

/// Time as the outside world gives it. Durations come from boot_now, which no one can set.
class Clock {
  public:
    virtual ~Clock() = default;
    virtual Duration boot_now() = 0;
    virtual WallTime wall_now() = 0;
    virtual ClockQuality quality() = 0;
};

/// Unpredictable bytes.
class Entropy {
  public:
    virtual ~Entropy() = default;
    virtual void fill(std::span<std::uint8_t> out) = 0;
};

}  // namespace preau
