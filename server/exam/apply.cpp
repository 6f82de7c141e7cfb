// SPDX-License-Identifier: Apache-2.0
#include "exam/apply.hpp"

#include "base/check.hpp"

namespace preau::exam {

namespace {

class Applier {
  public:
    Applier(Session& session, const Stamp& stamp) : session_(session), stamp_(stamp) {}

    void operator()(const event::SessionOpened& e) {
        session_.sheet = e.sheet;
        session_.opened = true;
    }
    void operator()(const event::CandidateEnrolled& e) {
        session_.candidates[e.enrolment.candidate].enrolment = e.enrolment;
    }
    void operator()(const event::InvigilatorEntered& e) {
        session_.invigilators.push_back(e.token);
    }
    void operator()(const event::CandidateJoined& e) {
        auto& candidate = of(e.candidate);
        candidate.lease = e.token;
        candidate.requested_lease.reset();
        if (candidate.phase == Phase::absent) candidate.phase = Phase::present;
    }
    void operator()(const event::ResumeRequested& e) { of(e.candidate).requested_lease = e.token; }
    void operator()(const event::ResumeAuthorised& e) {
        auto& candidate = of(e.candidate);
        candidate.lease = candidate.requested_lease;
        candidate.requested_lease.reset();
        if (candidate.phase == Phase::authorised) candidate.authorised_at = stamp_.tick;
    }
    void operator()(const event::PresenceConfirmed& e) {
        of(e.candidate).phase = Phase::authorised;
        of(e.candidate).authorised_at = stamp_.tick;
    }
    void operator()(const event::PresenceCancelled& e) { of(e.candidate).phase = Phase::present; }
    void operator()(const event::AuthorisationExpired& e) {
        of(e.candidate).phase = Phase::present;
    }
    void operator()(const event::TestStarted& e) {
        auto& candidate = of(e.candidate);
        candidate.phase = Phase::in_progress;
        candidate.seed = e.seed;
        candidate.timing = start_clock(stamp_.tick, candidate.enrolment.extra_time_percent);
        candidate.started_at = stamp_.wall;
    }
    void operator()(const event::QuestionAsked& e) {
        ++session_.asked[e.item];
        of(e.candidate)
            .questions.push_back({.number = e.number,
                                  .item = e.item,
                                  .discriminant = e.discriminant,
                                  .difficulty = e.difficulty,
                                  .rank = e.rank,
                                  .asked = stamp_.tick});
    }
    void operator()(const event::QuestionOpened& e) {
        current_of(e.candidate, e.number).opening =
            Opening{stamp_.tick, worked(of(e.candidate).timing, stamp_.tick)};
    }
    void operator()(const event::FocusLost& e) {
        current_of(e.candidate, e.number).focus_lost = true;
    }
    void operator()(const event::AnswerRecorded& e) {
        current_of(e.candidate, e.number).answer = Answer{.command = e.command,
                                                          .value = e.value,
                                                          .status = e.status,
                                                          .capacity = e.capacity,
                                                          .error_rate = e.error_rate,
                                                          .at = stamp_.tick};
    }
    void operator()(const event::ContactLost& e) {
        auto& timing = of(e.candidate).timing;
        timing = hold(timing, e.since);
    }
    void operator()(const event::ContactRegained& e) {
        auto& timing = of(e.candidate).timing;
        timing = release(timing, stamp_.tick);
    }
    void operator()(const event::DeadlinePassed& e) { of(e.candidate).deadline_passed = true; }
    void operator()(const event::TestFinished& e) {
        auto& candidate = of(e.candidate);
        candidate.timing = hold(candidate.timing, stamp_.tick);
        candidate.phase = Phase::finished;
        // A device that still waited to take the test over has nothing to wait for.
        candidate.requested_lease.reset();
        candidate.outcome = Outcome{e.reason, end_of(candidate, e.reason)};
    }
    void operator()(const event::SessionFinalised& e) {
        session_.finalised = true;
        session_.abort_reasons = e.abort_reasons;
    }
    void operator()(const event::ResultDecided& e) { session_.results[e.candidate] = e.result; }

  private:
    // Pix: a test that finalisation ends was over when its last question was asked.
    Tick end_of(const Candidate& candidate, FinishReason reason) const {
        const bool abandoned = reason == FinishReason::finalised && !candidate.questions.empty();
        return abandoned ? candidate.questions.back().asked : stamp_.tick;
    }
    Candidate& of(CandidateNumber number) {
        const auto found = session_.candidates.find(number);
        PREAU_CHECK(found != session_.candidates.end());
        return found->second;
    }
    Question& current_of(CandidateNumber number, int question) {
        auto& candidate = of(number);
        PREAU_CHECK(candidate.current() != nullptr && candidate.current()->number == question);
        return candidate.questions.back();
    }

    Session& session_;
    const Stamp& stamp_;
};

struct CandidateOf {
    CandidateNumber operator()(const event::SessionOpened&) const { return {}; }
    CandidateNumber operator()(const event::InvigilatorEntered&) const { return {}; }
    CandidateNumber operator()(const event::SessionFinalised&) const { return {}; }
    CandidateNumber operator()(const event::CandidateEnrolled& e) const {
        return e.enrolment.candidate;
    }
    CandidateNumber operator()(const auto& e) const { return e.candidate; }
};

}  // namespace

CandidateNumber candidate_of(const Event& event) { return std::visit(CandidateOf{}, event); }

Session apply(Session session, const Event& event, const Stamp& stamp) {
    std::visit(Applier(session, stamp), event);
    return session;
}

}  // namespace preau::exam
