// SPDX-License-Identifier: Apache-2.0
#include "room/tick_dates.hpp"

#include <algorithm>
#include <cstdlib>

namespace preau::room {

namespace {

constexpr Duration kEvenly = seconds(1);  ///< a clock that is kept right drifts less at once

}  // namespace

void TickDates::note(Tick tick, WallTime wall) {
    if (!stretches_.empty() && std::abs(wall.ms - at(tick).ms) <= kEvenly.ms) return;
    stretches_.push_back({tick, wall});
}

WallTime TickDates::at(Tick tick) const {
    if (stretches_.empty()) return {tick.ms};
    auto next = std::ranges::upper_bound(stretches_, tick, {}, &Since::tick);
    if (next == stretches_.begin()) ++next;
    const auto& since = *std::prev(next);
    return since.wall + (tick - since.tick);
}

}  // namespace preau::room
