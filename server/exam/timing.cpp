// SPDX-License-Identifier: Apache-2.0
#include "exam/timing.hpp"

#include <algorithm>

namespace preau::exam {

Timing start_clock(Tick now, int extra_time_percent) {
    return {.started = now, .extra_time_percent = extra_time_percent, .running_since = now};
}

Duration allotted(const Timing& timing, Duration assessment) {
    const Duration extra{assessment.ms * timing.extra_time_percent / 100};
    return assessment + extra + timing.added - timing.withdrawn;
}

Duration worked(const Timing& timing, Tick now) {
    if (!timing.running_since) return timing.worked_before;
    return timing.worked_before + std::max(Duration{0}, now - *timing.running_since);
}

Duration remaining(const Timing& timing, Duration assessment, Tick now) {
    return allotted(timing, assessment) - worked(timing, now);
}

Timing hold(Timing timing, Tick since) {
    timing.worked_before = worked(timing, since);
    timing.running_since.reset();
    return timing;
}

Timing release(Timing timing, Tick now) {
    if (!timing.running_since) timing.running_since = now;
    return timing;
}

}  // namespace preau::exam
