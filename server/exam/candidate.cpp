// SPDX-License-Identifier: Apache-2.0
#include "exam/candidate.hpp"

#include "base/limits.hpp"

#include <algorithm>

namespace preau::exam {

int Candidate::answers() const {
    return static_cast<int>(
        std::ranges::count_if(questions, [](const Question& q) { return q.answer.has_value(); }));
}

const Question* Candidate::current() const {
    if (questions.empty() || questions.back().answer) return nullptr;
    return &questions.back();
}

bool needs_abort_reason(const Candidate& candidate) {
    if (candidate.phase == Phase::in_progress) return true;
    return candidate.outcome && candidate.outcome->reason != FinishReason::completed;
}

bool authorisation_expired(const Candidate& candidate, Tick now) {
    return candidate.phase == Phase::authorised &&
           now - candidate.authorised_at > Duration{limits::authorisation_ms_max};
}

}  // namespace preau::exam
