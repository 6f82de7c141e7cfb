// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <set>
#include <string>

namespace preau::sim {

/// What happened in one world or in several.
struct Tally {
    std::uint64_t finished = 0;      ///< candidates
    std::uint64_t acknowledged = 0;  ///< answers
    std::uint64_t lost = 0;          ///< of them
    std::uint64_t doubled = 0;       ///< answers in the journal that nobody gave, or given once
    std::uint64_t requests = 0;
    std::uint64_t drops = 0;
    std::uint64_t duplicates = 0;
    std::uint64_t restarts = 0;
    std::uint64_t reloads = 0;
    std::uint64_t moves = 0;
    std::uint64_t jumps = 0;
    std::uint64_t records = 0;
    std::set<std::string> met;  ///< kinds of deaths, records, ends of tests and refusals

    Tally& operator+=(const Tally& other);
    std::string line() const;
};

}  // namespace preau::sim
