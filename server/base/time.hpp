// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.hpp"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace preau {

/// Milliseconds, a length of time.
struct Duration {
    std::int64_t ms = 0;
    auto operator<=>(const Duration&) const = default;
};

constexpr Duration milliseconds(std::int64_t n) { return {n}; }
constexpr Duration seconds(std::int64_t n) { return {n * 1000}; }
constexpr Duration minutes(std::int64_t n) { return {n * 60'000}; }
constexpr Duration operator+(Duration a, Duration b) { return {a.ms + b.ms}; }
constexpr Duration operator-(Duration a, Duration b) { return {a.ms - b.ms}; }

/// Running time of a session, in milliseconds since its first epoch began. It advances only while
/// the box runs: what was lost in a power cut is nobody's time.
struct Tick {
    std::int64_t ms = 0;
    auto operator<=>(const Tick&) const = default;
};
constexpr Tick operator+(Tick t, Duration d) { return {t.ms + d.ms}; }
constexpr Duration operator-(Tick a, Tick b) { return {a.ms - b.ms}; }

/// Unix time in milliseconds: a label for people, never a measure.
struct WallTime {
    std::int64_t ms = 0;
    auto operator<=>(const WallTime&) const = default;
};
constexpr WallTime operator+(WallTime t, Duration d) { return {t.ms + d.ms}; }

/// "2026-11-24T09:00:00.000Z", years 0 to 9999; both ways the one spelling.
std::string to_iso8601(WallTime time);
Result<WallTime> from_iso8601(std::string_view text);

/// True for an existing day written YYYY-MM-DD, from 1900-01-01.
bool is_date(std::string_view text);

}  // namespace preau
