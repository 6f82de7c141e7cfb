// SPDX-License-Identifier: Apache-2.0
#include "crash/tally.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace preau::crash {

void Tally::remember(std::string_view failure) {
    if (first_failure[0] != '\0') return;
    const auto count = std::min(failure.size(), first_failure.size() - 1);
    std::copy_n(failure.begin(), count, first_failure.begin());
}

Tally& Tally::operator+=(const Tally& other) {
    recoveries += other.recoveries;
    acknowledged += other.acknowledged;
    lost += other.lost;
    undetected += other.undetected;
    unopened += other.unopened;
    detected += other.detected;
    harmless += other.harmless;
    shortened += other.shortened;
    remember(other.first_failure.data());
    return *this;
}

std::string Tally::line() const {
    return fmt::format("{} recoveries, {} acknowledged, {} lost, {} undetected corruption",
                       recoveries, acknowledged, lost, undetected);
}

}  // namespace preau::crash
