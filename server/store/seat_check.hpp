// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytes.hpp"
#include "base/time.hpp"

#include <string>
#include <vector>

namespace preau::store {

/// What a station said of itself before a session. Claims of a browser: they help the invigilator,
/// and decide nothing.
struct SeatCheck {
    std::string seat;     ///< as somebody typed it, "12" or "B3"
    std::string address;  ///< as the box saw it
    std::string browser;
    std::string screen;
    bool indexeddb = false;
    std::int64_t clock_skew_ms = 0;
    std::int64_t latency_ms = 0;
    std::string lockdown;  ///< none, companion, seb
    std::string lockdown_version;
    std::vector<std::string> problems;  ///< codes; empty: the seat is ready
    WallTime checked_at;

    bool operator==(const SeatCheck&) const = default;
};

/// Names a browser on its station from one check to the next.
using SeatDevice = ByteArray<16>;

}  // namespace preau::store
