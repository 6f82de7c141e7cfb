// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.hpp"

#include <optional>

namespace preau::exam {

/// A candidate's time, on the session's running clock. It stands still while the candidate is held,
/// and once the test is over.
struct Timing {
    Tick started{};
    int extra_time_percent = 0;
    Duration worked_before{};             ///< in the stretches that are over
    std::optional<Tick> running_since{};  ///< set while the clock runs
    Duration added{};                     ///< by invigilators
    Duration withdrawn{};                 ///< time given back that was not to be

    bool operator==(const Timing&) const = default;
};

Timing start_clock(Tick now, int extra_time_percent);

/// Time allotted: the version's duration, lengthened by the candidate's extra time (tiers temps)
/// and by what was added, without what was given back wrongly.
Duration allotted(const Timing& timing, Duration assessment);

/// Time worked until now, never negative.
Duration worked(const Timing& timing, Tick now);

/// What is left; negative once the deadline has passed. At 0 the last instant is still in time.
Duration remaining(const Timing& timing, Duration assessment, Tick now);

/// The clock stopped at that instant, which may be in the past but not before it last started.
/// Stopping twice keeps the first instant; so does starting.
Timing hold(Timing timing, Tick since);
Timing release(Timing timing, Tick now);

}  // namespace preau::exam
