// SPDX-License-Identifier: Apache-2.0
#include "sim/time_watch.hpp"

#include <fmt/format.h>

namespace preau::sim {

void TimeWatch::look(const room::LiveSession& session, Violations& violations) {
    const auto now = session.now();
    if (!last_.empty() && now < tick_)
        violations.push_back(
            fmt::format("the session's clock goes from {} to {}", tick_.ms, now.ms));
    tick_ = now;
    const auto assessment = minutes(session.content().version.assessment_duration_minutes);
    for (const auto& [number, candidate] : session.state().candidates) {
        const Seen seen{candidate.timing, exam::remaining(candidate.timing, assessment, now)};
        const auto before = last_.find(number);
        const bool same = before != last_.end() && before->second.timing == seen.timing;
        if (same && seen.remaining > before->second.remaining)
            violations.push_back(fmt::format("candidate {}: {} ms become {} ms without a record",
                                             number.value, before->second.remaining.ms,
                                             seen.remaining.ms));
        last_[number] = seen;
    }
}

}  // namespace preau::sim
