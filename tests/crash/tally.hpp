// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace preau::crash {

/// What a series of recoveries found. Plain bytes: it crosses a pipe between processes.
struct Tally {
    std::uint64_t recoveries = 0;
    std::uint64_t acknowledged = 0;  ///< records that a recovery had to bring back
    std::uint64_t lost = 0;          ///< of those, records that it did not
    std::uint64_t undetected = 0;    ///< recoveries that took wrong content for right
    std::uint64_t unopened = 0;      ///< recoveries refused although the disk kept its promises
    std::uint64_t detected = 0;      ///< damage at rest that was named
    std::uint64_t harmless = 0;      ///< damage at rest in bytes that nothing uses
    std::uint64_t shortened = 0;     ///< damage at rest that cut the end of the log off
    std::array<char, 400> first_failure{};

    bool clean() const { return lost == 0 && undetected == 0 && unopened == 0; }
    void remember(std::string_view failure);
    Tally& operator+=(const Tally& other);
    /// "104312 recoveries, 2310220 acknowledged, 0 lost, 0 undetected corruption"
    std::string line() const;
};

}  // namespace preau::crash
