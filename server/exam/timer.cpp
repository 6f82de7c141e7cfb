// SPDX-License-Identifier: Apache-2.0
#include "exam/timer.hpp"

#include "base/limits.hpp"

namespace preau::exam {

std::optional<Duration> timer_left(const Candidate& candidate, Tick now, const Content& content) {
    const auto* question = candidate.current();
    if (question == nullptr || !question->opening) return std::nullopt;
    const auto& conduct = content.conduct_of(question->item);
    if (conduct.timer_seconds == 0) return std::nullopt;
    const auto taken = worked(candidate.timing, now) - question->opening->worked;
    return seconds(conduct.timer_seconds) - taken;
}

bool is_late(const Candidate& candidate, Tick now, const Content& content) {
    const auto left = timer_left(candidate, now, content);
    return left && *left + Duration{limits::timer_grace_ms} < Duration{0};
}

}  // namespace preau::exam
