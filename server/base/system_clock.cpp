// SPDX-License-Identifier: Apache-2.0
#include "base/system_clock.hpp"

#include <ctime>

namespace preau {

namespace {

std::int64_t milliseconds_of(clockid_t clock) {
    timespec time{};
    ::clock_gettime(clock, &time);
    return time.tv_sec * 1000 + time.tv_nsec / 1'000'000;
}

}  // namespace

Duration SystemClock::boot_now() { return {milliseconds_of(CLOCK_BOOTTIME)}; }
WallTime SystemClock::wall_now() { return {milliseconds_of(CLOCK_REALTIME)}; }

}  // namespace preau
