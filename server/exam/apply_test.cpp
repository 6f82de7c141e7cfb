// SPDX-License-Identifier: Apache-2.0
#include "base/check.hpp"
#include "exam/applier.hpp"
#include "exam/holds.hpp"

namespace preau::exam {

namespace {

// Pix: a test that finalisation ends was over when its last question was asked.
Tick end_of(const Candidate& candidate, FinishReason reason, Tick now) {
    const bool abandoned = reason == FinishReason::finalised && !candidate.questions.empty();
    return abandoned ? candidate.questions.back().asked : now;
}

}  // namespace

Question& Applier::current_of(CandidateNumber number, int question) {
    auto& candidate = of(number);
    PREAU_CHECK(candidate.current() != nullptr && candidate.current()->number == question);
    return candidate.questions.back();
}

void Applier::operator()(const event::TestStarted& e) {
    auto& candidate = of(e.candidate);
    candidate.phase = Phase::in_progress;
    candidate.seed = e.seed;
    candidate.timing = start_clock(stamp_.tick, candidate.enrolment.extra_time_percent);
    candidate.started_at = stamp_.wall;
}

void Applier::operator()(const event::QuestionAsked& e) {
    ++session_.asked[e.item];
    of(e.candidate)
        .questions.push_back({.number = e.number,
                              .item = e.item,
                              .discriminant = e.discriminant,
                              .difficulty = e.difficulty,
                              .rank = e.rank,
                              .asked = stamp_.tick});
}

void Applier::operator()(const event::QuestionOpened& e) {
    current_of(e.candidate, e.number).opening =
        Opening{stamp_.tick, worked(of(e.candidate).timing, stamp_.tick)};
}

void Applier::operator()(const event::FocusLost& e) {
    current_of(e.candidate, e.number).focus_lost = true;
}

void Applier::operator()(const event::ReportRaised& e) {
    current_of(e.candidate, e.number)
        .reports.push_back({.reason = e.reason, .raised = stamp_.tick});
    take_hold(of(e.candidate), Hold::report, stamp_.tick);
}

void Applier::operator()(const event::ReportAccepted& e) {
    auto& question = current_of(e.candidate, e.number);
    PREAU_CHECK(question.open_report() != nullptr);
    question.reports.back().state = Report::State::accepted;
    question.reports.back().category = e.category;
    end_hold(of(e.candidate), Hold::report, stamp_.tick);
}

void Applier::operator()(const event::ReportRefused& e) {
    auto& question = current_of(e.candidate, e.number);
    PREAU_CHECK(question.open_report() != nullptr);
    question.reports.back().state = Report::State::refused;
    end_hold(of(e.candidate), Hold::report, stamp_.tick);
}

void Applier::operator()(const event::AnswerRecorded& e) {
    current_of(e.candidate, e.number).answer = Answer{.command = e.command,
                                                      .value = e.value,
                                                      .status = e.status,
                                                      .capacity = e.capacity,
                                                      .error_rate = e.error_rate,
                                                      .at = stamp_.tick};
}

void Applier::operator()(const event::TestFinished& e) {
    auto& candidate = of(e.candidate);
    end_every_hold(candidate, stamp_.tick);
    candidate.phase = Phase::finished;
    // A device that still waited to take the test over has nothing to wait for.
    candidate.requested_lease.reset();
    candidate.requested_arrival = {};
    candidate.outcome = Outcome{.reason = e.reason,
                                .at = end_of(candidate, e.reason, stamp_.tick),
                                .abort_reason = e.abort_reason,
                                .note = e.note,
                                .by = e.by,
                                .wall = stamp_.wall};
}

}  // namespace preau::exam
