// SPDX-License-Identifier: Apache-2.0
#include "record/plausible.hpp"

#include "support/catch.hpp"

using namespace preau;
namespace event = exam::event;
using exam::Phase;

namespace {

constexpr CandidateNumber kOne{1};

exam::Session open_session(Phase phase) {
    exam::Session session;
    session.opened = true;
    auto& candidate = session.candidates[kOne];
    candidate.enrolment.candidate = kOne;
    candidate.phase = phase;
    return session;
}

bool possible(const exam::Session& session, const exam::Event& event) {
    return record::check_plausible(session, event, {1000}).has_value();
}

}  // namespace

TEST_CASE("nothing can happen to a candidate who is not enrolled") {
    const auto session = open_session(Phase::in_progress);
    const CandidateNumber stranger{2};
    CHECK_FALSE(possible(session, event::CandidateJoined{stranger, {}}));
    CHECK_FALSE(possible(session, event::PresenceConfirmed{stranger}));
    CHECK_FALSE(possible(session, event::TestFinished{stranger, exam::FinishReason::time}));
    CHECK_FALSE(possible(session, event::ResultDecided{stranger, {}}));
}

TEST_CASE("what needs a phase is impossible in another") {
    for (const auto phase : {Phase::absent, Phase::present, Phase::authorised, Phase::finished}) {
        const auto session = open_session(phase);
        CHECK_FALSE(possible(session, event::ContactLost{kOne, {}}));
        CHECK_FALSE(possible(session, event::ContactRegained{kOne}));
        CHECK_FALSE(possible(session, event::DeadlinePassed{kOne}));
        CHECK_FALSE(possible(session, event::QuestionAsked{kOne, 1, "a", 1, 0, 0}));
        CHECK_FALSE(possible(session, event::TestFinished{kOne, exam::FinishReason::time}));
    }
    CHECK_FALSE(possible(open_session(Phase::present), event::PresenceCancelled{kOne}));
    CHECK_FALSE(possible(open_session(Phase::present), event::AuthorisationExpired{kOne}));
    CHECK_FALSE(possible(open_session(Phase::absent), event::PresenceConfirmed{kOne}));
    CHECK_FALSE(possible(open_session(Phase::in_progress), event::TestStarted{kOne, 1}));
}

TEST_CASE("a device that did not ask cannot be allowed to take over") {
    CHECK_FALSE(possible(open_session(Phase::in_progress), event::ResumeAuthorised{kOne}));
}

TEST_CASE("a question out of turn or without calibration, an answer to another are impossible") {
    auto session = open_session(Phase::in_progress);
    CHECK_FALSE(possible(session, event::QuestionAsked{kOne, 2, "a", 1, 0, 0}));
    CHECK_FALSE(possible(session, event::QuestionAsked{kOne, 1, "a", 1.0 / 0.0, 0, 0}));
    exam::Question asked;
    asked.number = 1;
    asked.item = "a";
    session.candidates[kOne].questions.push_back(asked);
    CHECK_FALSE(possible(session, event::QuestionAsked{kOne, 2, "b", 1, 0, 0}));
    CHECK_FALSE(possible(session, event::QuestionOpened{kOne, 2}));
    CHECK_FALSE(possible(session, event::FocusLost{kOne, 1}));
    CHECK(possible(session, event::QuestionOpened{kOne, 1}));
    session.candidates[kOne].questions.back().opening = exam::Opening{};
    CHECK_FALSE(possible(session, event::QuestionOpened{kOne, 1}));
    CHECK(possible(session, event::FocusLost{kOne, 1}));
    session.candidates[kOne].questions.back().focus_lost = true;
    CHECK_FALSE(possible(session, event::FocusLost{kOne, 1}));
    event::AnswerRecorded answer{kOne, 1, "b", {}, "1", answers::Status::ok, 0, 1};
    CHECK_FALSE(possible(session, answer));
    answer.item = "a";
    CHECK(possible(session, answer));
}

TEST_CASE("a finalised session takes results and nothing else") {
    auto session = open_session(Phase::finished);
    CHECK_FALSE(possible(session, event::ResultDecided{kOne, {}}));
    session.finalised = true;
    CHECK(possible(session, event::ResultDecided{kOne, {}}));
    CHECK_FALSE(possible(session, event::CandidateJoined{kOne, {}}));
    CHECK_FALSE(possible(session, event::InvigilatorEntered{{}}));
    CHECK_FALSE(possible(session, event::SessionFinalised{}));
}

TEST_CASE("nobody is enrolled twice, under zero, or before the session is opened") {
    const auto session = open_session(Phase::absent);
    exam::Enrolment enrolment;
    enrolment.candidate = kOne;
    CHECK_FALSE(possible(session, event::CandidateEnrolled{enrolment}));
    enrolment.candidate = {0};
    CHECK_FALSE(possible(session, event::CandidateEnrolled{enrolment}));
    enrolment.candidate = {2};
    CHECK(possible(session, event::CandidateEnrolled{enrolment}));
    CHECK_FALSE(possible(exam::Session{}, event::CandidateEnrolled{enrolment}));
    CHECK_FALSE(possible(session, event::SessionOpened{}));
}

TEST_CASE("a hold cannot begin twice, nor end without having begun") {
    auto session = open_session(Phase::in_progress);
    CHECK(possible(session, event::TestPaused{kOne}));
    CHECK_FALSE(possible(session, event::TestContinued{kOne}));
    CHECK_FALSE(possible(session, event::RoomContinued{}));
    session.candidates.at(kOne).holds = {exam::Hold::pause, exam::Hold::contact};
    session.paused = true;
    CHECK_FALSE(possible(session, event::TestPaused{kOne}));
    CHECK_FALSE(possible(session, event::ContactLost{kOne, {}}));
    CHECK_FALSE(possible(session, event::RoomPaused{}));
}

TEST_CASE("a report on nothing, one settled that nobody made, a second one are impossible") {
    auto session = open_session(Phase::in_progress);
    CHECK_FALSE(possible(session, event::ReportRaised{kOne, 1}));
    auto& questions = session.candidates.at(kOne).questions;
    questions.push_back({.number = 1, .item = "a", .asked = {}});
    CHECK(possible(session, event::ReportRaised{kOne, 1}));
    CHECK_FALSE(possible(session, event::ReportAccepted{kOne, 1}));
    CHECK_FALSE(possible(session, event::ReportRefused{kOne, 1}));
    questions.back().reports.push_back({});
    CHECK_FALSE(possible(session, event::ReportRaised{kOne, 1}));
    CHECK(possible(session, event::ReportAccepted{kOne, 1}));
    CHECK_FALSE(possible(session, event::QuestionAsked{kOne, 1, "b", 1, 0, 0}));
    questions.back().reports.back().state = exam::Report::State::accepted;
    CHECK(possible(session, event::QuestionAsked{kOne, 1, "b", 1, 0, 0}));
    CHECK_FALSE(possible(session, event::QuestionAsked{kOne, 2, "b", 1, 0, 0}));
}

TEST_CASE("a ruling on no interruption, an act of nobody who entered are impossible") {
    auto session = open_session(Phase::in_progress);
    CHECK_FALSE(possible(session, event::InterruptionRuled{kOne, 1}));
    session.candidates.at(kOne).interruptions.push_back({});
    CHECK_FALSE(possible(session, event::InterruptionRuled{kOne, 1}));
    session.candidates.at(kOne).interruptions.back().ended = true;
    CHECK(possible(session, event::InterruptionRuled{kOne, 1}));
    CHECK_FALSE(possible(session, event::InterruptionRuled{kOne, 2}));
    CHECK_FALSE(possible(session, event::TestPaused{kOne, {1, {}}}));
    session.invigilators.emplace_back();
    CHECK(possible(session, event::TestPaused{kOne, {1, {}}}));
}

TEST_CASE("a device that was not there cannot leave, and nobody leaves a test") {
    auto session = open_session(Phase::present);
    session.candidates.at(kOne).lease = Hash{1};
    CHECK(possible(session, event::CandidateLeft{kOne, Hash{1}}));
    CHECK_FALSE(possible(session, event::CandidateLeft{kOne, Hash{2}}));
    session.candidates.at(kOne).phase = Phase::in_progress;
    CHECK_FALSE(possible(session, event::CandidateLeft{kOne, Hash{1}}));
    CHECK_FALSE(possible(open_session(Phase::absent), event::SeatReleased{kOne}));
}

TEST_CASE("a contact is not lost in the future") {
    const auto session = open_session(Phase::in_progress);
    CHECK(possible(session, event::ContactLost{kOne, {1000}}));
    CHECK_FALSE(possible(session, event::ContactLost{kOne, {1001}}));
}

TEST_CASE("no device takes the place of another without asking, nor asks for a free one") {
    auto session = open_session(Phase::in_progress);
    CHECK(possible(session, event::CandidateJoined{kOne, Hash{2}}));
    CHECK_FALSE(possible(session, event::ResumeRequested{kOne, Hash{2}}));
    session.candidates.at(kOne).lease = Hash{1};
    CHECK_FALSE(possible(session, event::CandidateJoined{kOne, Hash{2}}));
    CHECK(possible(session, event::ResumeRequested{kOne, Hash{2}}));
    session.candidates.at(kOne).phase = Phase::finished;
    CHECK(possible(session, event::CandidateJoined{kOne, Hash{2}}));
    CHECK_FALSE(possible(session, event::ResumeRequested{kOne, Hash{2}}));
}

TEST_CASE("a seat that nobody has cannot be released") {
    auto session = open_session(Phase::in_progress);
    CHECK_FALSE(possible(session, event::SeatReleased{kOne}));
    session.candidates.at(kOne).lease = Hash{1};
    CHECK(possible(session, event::SeatReleased{kOne}));
}

TEST_CASE("a deadline passes once, and only an invigilator gives a reason for an end") {
    auto session = open_session(Phase::in_progress);
    CHECK(possible(session, event::DeadlinePassed{kOne}));
    session.candidates.at(kOne).deadline_passed = true;
    CHECK_FALSE(possible(session, event::DeadlinePassed{kOne}));
    event::TestFinished end{kOne, exam::FinishReason::time, {}, exam::AbortReason::technical, ""};
    CHECK_FALSE(possible(session, end));
    end.reason = exam::FinishReason::ended_by_invigilator;
    CHECK(possible(session, end));
}

TEST_CASE("what is about a test in progress is impossible before and after it") {
    for (const auto phase : {Phase::absent, Phase::present, Phase::authorised, Phase::finished}) {
        const auto session = open_session(phase);
        CHECK_FALSE(possible(session, event::TimeAdded{kOne, minutes(1), "", {}}));
        CHECK_FALSE(possible(session, event::TestPaused{kOne}));
        CHECK_FALSE(possible(session, event::TestContinued{kOne}));
        CHECK_FALSE(possible(session, event::InterruptionRuled{kOne, 1}));
        CHECK_FALSE(possible(session, event::ReportRaised{kOne, 1}));
    }
    for (const auto phase : {Phase::absent, Phase::finished}) {
        const auto session = open_session(phase);
        CHECK_FALSE(possible(session, event::DisplayChosen{kOne}));
        CHECK_FALSE(possible(session, event::LockdownObserved{kOne}));
        CHECK_FALSE(possible(session, event::LockdownWaived{kOne}));
    }
}
