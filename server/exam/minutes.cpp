// SPDX-License-Identifier: Apache-2.0
#include "exam/minutes.hpp"

#include "base/check.hpp"
#include "exam/content.hpp"

#include <algorithm>

namespace preau::exam {

namespace {

void add_reports(const Question& question, CandidateMinutes& minutes) {
    for (const auto& report : question.reports) {
        ReportMinutes line{question.number, report.reason, report.state};
        if (report.state == Report::State::accepted) line.category = report.category;
        minutes.reports.push_back(line);
    }
}

}  // namespace

CandidateMinutes minutes_of(const Candidate& candidate) {
    PREAU_CHECK(candidate.outcome.has_value());
    const auto& outcome = *candidate.outcome;
    CandidateMinutes minutes{.started = candidate.started_at,
                             .ended = outcome.wall,
                             .worked = worked(candidate.timing, outcome.at),
                             .answers = candidate.answers(),
                             .reason = outcome.reason,
                             .abort_reason = outcome.abort_reason,
                             .note = outcome.note,
                             .by = outcome.by};
    for (const auto& question : candidate.questions) {
        if (question.set_aside()) ++minutes.set_aside;
        add_reports(question, minutes);
    }
    return minutes;
}

SessionMinutes minutes_of(const Content& content) {
    const auto& version = content.version;
    return {.duration_minutes = version.assessment_duration_minutes,
            .question_count = version.configuration.maximum_assessment_length,
            .minimum_answers = version.minimum_answers};
}

}  // namespace preau::exam
