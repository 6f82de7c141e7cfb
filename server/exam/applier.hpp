// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exam/apply.hpp"

namespace preau::exam {

/// What each event changes in a session; apply() alone uses it.
class Applier {
  public:
    Applier(Session& session, const Stamp& stamp) : session_(session), stamp_(stamp) {}

    // The session: apply.cpp
    void operator()(const event::SessionOpened& e);
    void operator()(const event::WindowOverridden& e);
    void operator()(const event::CandidateEnrolled& e);
    void operator()(const event::CandidateEnrolledLate& e);
    void operator()(const event::InvigilatorEntered& e);
    void operator()(const event::MessageSent& e);
    void operator()(const event::SessionFinalised& e);
    void operator()(const event::SecondCopyAttached& e);
    void operator()(const event::SecondCopyLost& e);
    void operator()(const event::SecondCopyWaived& e);
    void operator()(const event::ResultDecided& e);
    void operator()(const event::SessionMinuted& e);
    void operator()(const event::CandidateMinuted& e);

    // From the door to the test, and the seat: apply_entry.cpp
    void operator()(const event::CandidateJoined& e);
    void operator()(const event::CandidateLeft& e);
    void operator()(const event::DisplayChosen& e);
    void operator()(const event::LockdownObserved& e);
    void operator()(const event::LockdownWaived& e);
    void operator()(const event::ResumeRequested& e);
    void operator()(const event::ResumeAuthorised& e);
    void operator()(const event::SeatReleased& e);
    void operator()(const event::PresenceConfirmed& e);
    void operator()(const event::PresenceCancelled& e);
    void operator()(const event::AuthorisationExpired& e);
    void operator()(const event::IncidentNoted& e);

    // The test: apply_test.cpp
    void operator()(const event::TestStarted& e);
    void operator()(const event::QuestionAsked& e);
    void operator()(const event::QuestionOpened& e);
    void operator()(const event::FocusLost& e);
    void operator()(const event::ReportRaised& e);
    void operator()(const event::ReportAccepted& e);
    void operator()(const event::ReportRefused& e);
    void operator()(const event::AnswerRecorded& e);
    void operator()(const event::TestFinished& e);

    // Its time: apply_time.cpp
    void operator()(const event::ContactLost& e);
    void operator()(const event::ContactRegained& e);
    void operator()(const event::InterruptionRuled& e);
    void operator()(const event::TimeAdded& e);
    void operator()(const event::TestPaused& e);
    void operator()(const event::TestContinued& e);
    void operator()(const event::RoomPaused& e);
    void operator()(const event::RoomContinued& e);
    void operator()(const event::DeadlinePassed& e);

  private:
    Candidate& of(CandidateNumber number);
    Question& current_of(CandidateNumber number, int question);
    /// The device that joined or took over now acts for the candidate.
    void seat(Candidate& candidate, const Hash& token, const Arrival& arrival);
    void hold_without_lockdown(Candidate& candidate);

    Session& session_;
    const Stamp& stamp_;
};

}  // namespace preau::exam
