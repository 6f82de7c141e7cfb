// SPDX-License-Identifier: Apache-2.0
#include "exam/candidate.hpp"

#include "base/limits.hpp"

#include <algorithm>

namespace preau::exam {

int Candidate::answers() const {
    return static_cast<int>(
        std::ranges::count_if(questions, [](const Question& q) { return q.answer.has_value(); }));
}

bool Question::set_aside() const {
    return !reports.empty() && reports.back().state == Report::State::accepted;
}

const Report* Question::open_report() const {
    if (reports.empty() || reports.back().state != Report::State::open) return nullptr;
    return &reports.back();
}

const Question* Candidate::current() const {
    if (questions.empty() || questions.back().answer || questions.back().set_aside())
        return nullptr;
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
