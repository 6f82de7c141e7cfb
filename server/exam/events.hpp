// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exam/session.hpp"

#include <variant>

/// Facts, past tense, complete: replaying them never chooses again. Type numbers are record's.
namespace preau::exam::event {

struct SessionOpened {
    SessionSheet sheet;
    bool operator==(const SessionOpened&) const = default;
};
struct CandidateEnrolled {
    Enrolment enrolment;
    bool operator==(const CandidateEnrolled&) const = default;
};
/// The session was opened outside its authorised window.
struct WindowOverridden {
    WindowOverride by_name{};
    bool operator==(const WindowOverridden&) const = default;
};
/// Somebody whom the signed roster does not name.
struct CandidateEnrolledLate {
    Enrolment enrolment{};
    LateChange change = LateChange::enrolled;
    std::string why{};
    By by{};
    bool operator==(const CandidateEnrolledLate&) const = default;
};
struct InvigilatorEntered {
    Hash token{};
    std::string name{};
    bool listed = false;
    bool operator==(const InvigilatorEntered&) const = default;
};
struct CandidateJoined {
    CandidateNumber candidate;
    Hash token{};
    Arrival arrival{};
    bool operator==(const CandidateJoined&) const = default;
};
/// "It is not me": the device acts for the candidate no more, or no longer asks to.
struct CandidateLeft {
    CandidateNumber candidate;
    Hash token{};  ///< of the device that left
    bool operator==(const CandidateLeft&) const = default;
};
struct DisplayChosen {
    CandidateNumber candidate;
    Display display{};
    bool operator==(const DisplayChosen&) const = default;
};
struct LockdownObserved {
    CandidateNumber candidate;
    Lockdown lockdown{};
    bool operator==(const LockdownObserved&) const = default;
};
struct ResumeRequested {
    CandidateNumber candidate;
    Hash token{};
    Arrival arrival{};
    bool operator==(const ResumeRequested&) const = default;
};
struct ResumeAuthorised {
    CandidateNumber candidate;
    By by{};
    bool operator==(const ResumeAuthorised&) const = default;
};
struct PresenceConfirmed {
    CandidateNumber candidate;
    By by{};
    bool one_by_one = true;  ///< false: with everybody at once
    bool operator==(const PresenceConfirmed&) const = default;
};
struct PresenceCancelled {
    CandidateNumber candidate;
    By by{};
    bool operator==(const PresenceCancelled&) const = default;
};
struct AuthorisationExpired {
    CandidateNumber candidate;
    bool operator==(const AuthorisationExpired&) const = default;
};
struct TestStarted {
    CandidateNumber candidate;
    std::uint64_t seed;
    bool operator==(const TestStarted&) const = default;
};
struct QuestionAsked {
    CandidateNumber candidate;
    int number;
    std::string item;
    double discriminant;
    double difficulty;
    int rank;  ///< place among the best at this capacity, 0 to 4
    bool operator==(const QuestionAsked&) const = default;
};
/// From here on the candidate reads the question; a timed one's time runs.
struct QuestionOpened {
    CandidateNumber candidate;
    int number;
    bool operator==(const QuestionOpened&) const = default;
};
/// The page of a focus question was left: a right answer to it will not count.
struct FocusLost {
    CandidateNumber candidate;
    int number;
    bool operator==(const FocusLost&) const = default;
};
struct AnswerRecorded {
    CandidateNumber candidate;
    int number;
    std::string item;
    CommandId command;
    std::string value;
    answers::Status status;
    double capacity;
    double error_rate;
    bool operator==(const AnswerRecorded&) const = default;
};
/// From here on the question is held.
struct ReportRaised {
    CandidateNumber candidate;
    int number = 0;
    ReportReason reason = ReportReason::other;
    bool operator==(const ReportRaised&) const = default;
};
/// The question is set aside, and its skill not asked again.
struct ReportAccepted {
    CandidateNumber candidate;
    int number = 0;
    ReportCategory category = ReportCategory::e11;
    By by{};
    bool operator==(const ReportAccepted&) const = default;
};
struct ReportRefused {
    CandidateNumber candidate;
    int number = 0;
    By by{};
    bool operator==(const ReportRefused&) const = default;
};
struct ContactLost {
    CandidateNumber candidate;
    Tick since;
    bool operator==(const ContactLost&) const = default;
};
struct ContactRegained {
    CandidateNumber candidate;
    bool operator==(const ContactRegained&) const = default;
};
struct DeadlinePassed {
    CandidateNumber candidate;
    bool operator==(const DeadlinePassed&) const = default;
};
struct TestFinished {
    CandidateNumber candidate;
    FinishReason reason = FinishReason::completed;
    By by{};
    std::optional<AbortReason> abort_reason{};  ///< of a test that an invigilator ended
    std::string note{};
    bool operator==(const TestFinished&) const = default;
};
struct SeatReleased {
    CandidateNumber candidate;
    By by{};
    bool operator==(const SeatReleased&) const = default;
};
struct TimeAdded {
    CandidateNumber candidate;
    Duration added{};
    std::string reason{};
    By by{};
    bool operator==(const TimeAdded&) const = default;
};
struct TestPaused {
    CandidateNumber candidate;
    By by{};
    bool operator==(const TestPaused&) const = default;
};
struct TestContinued {
    CandidateNumber candidate;
    By by{};
    bool operator==(const TestContinued&) const = default;
};
struct RoomPaused {
    By by{};
    bool operator==(const RoomPaused&) const = default;
};
struct RoomContinued {
    By by{};
    bool operator==(const RoomContinued&) const = default;
};
/// To every candidate.
struct MessageSent {
    std::string text{};
    By by{};
    bool operator==(const MessageSent&) const = default;
};
struct InterruptionRuled {
    CandidateNumber candidate;
    int interruption = 0;  ///< 1-based in Candidate::interruptions
    bool granted = true;
    By by{};
    bool operator==(const InterruptionRuled&) const = default;
};
struct LockdownWaived {
    CandidateNumber candidate;
    By by{};
    bool operator==(const LockdownWaived&) const = default;
};
struct IncidentNoted {
    CandidateNumber candidate;
    IncidentCategory category = IncidentCategory::c7;
    std::string description{};
    By by{};
    bool operator==(const IncidentNoted&) const = default;
};
struct SecondCopyAttached {
    bool operator==(const SecondCopyAttached&) const = default;
};
struct SecondCopyLost {
    SecondCopyLoss reason = SecondCopyLoss::removed;
    bool operator==(const SecondCopyLost&) const = default;
};
/// The room goes on without a second copy.
struct SecondCopyWaived {
    By by{};
    bool operator==(const SecondCopyWaived&) const = default;
};
struct SessionFinalised {
    std::map<CandidateNumber, AbortReason> abort_reasons;
    bool operator==(const SessionFinalised&) const = default;
};
struct ResultDecided {
    CandidateNumber candidate;
    CertificationResult result;
    bool operator==(const ResultDecided&) const = default;
};

/// After the results: the last facts of a session.
struct SessionMinuted {
    SessionMinutes minutes{};
    bool operator==(const SessionMinuted&) const = default;
};
struct CandidateMinuted {
    CandidateNumber candidate;
    CandidateMinutes minutes{};
    bool operator==(const CandidateMinuted&) const = default;
};

}  // namespace preau::exam::event

namespace preau::exam {

using Event = std::variant<
    event::SessionOpened, event::WindowOverridden, event::CandidateEnrolled,
    event::CandidateEnrolledLate, event::InvigilatorEntered, event::CandidateJoined,
    event::CandidateLeft, event::DisplayChosen, event::LockdownObserved, event::ResumeRequested,
    event::ResumeAuthorised, event::SeatReleased, event::PresenceConfirmed,
    event::PresenceCancelled, event::AuthorisationExpired, event::TestStarted, event::QuestionAsked,
    event::QuestionOpened, event::FocusLost, event::ReportRaised, event::ReportAccepted,
    event::ReportRefused, event::AnswerRecorded, event::ContactLost, event::ContactRegained,
    event::InterruptionRuled, event::TimeAdded, event::TestPaused, event::TestContinued,
    event::RoomPaused, event::RoomContinued, event::MessageSent, event::LockdownWaived,
    event::IncidentNoted, event::SecondCopyAttached, event::SecondCopyLost, event::SecondCopyWaived,
    event::DeadlinePassed, event::TestFinished, event::SessionFinalised, event::ResultDecided,
    event::SessionMinuted, event::CandidateMinuted>;

/// The candidate an event is about; 0 when it is about the whole session.
CandidateNumber candidate_of(const Event& event);

/// The invigilator's act an event follows from; the box's own, with no id, for most.
By by_of(const Event& event);

}  // namespace preau::exam
