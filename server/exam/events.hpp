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
struct InvigilatorEntered {
    Hash token;
    bool operator==(const InvigilatorEntered&) const = default;
};
struct CandidateJoined {
    CandidateNumber candidate;
    Hash token;
    bool operator==(const CandidateJoined&) const = default;
};
struct ResumeRequested {
    CandidateNumber candidate;
    Hash token;
    bool operator==(const ResumeRequested&) const = default;
};
struct ResumeAuthorised {
    CandidateNumber candidate;
    bool operator==(const ResumeAuthorised&) const = default;
};
struct PresenceConfirmed {
    CandidateNumber candidate;
    bool operator==(const PresenceConfirmed&) const = default;
};
struct PresenceCancelled {
    CandidateNumber candidate;
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
    FinishReason reason;
    bool operator==(const TestFinished&) const = default;
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

}  // namespace preau::exam::event

namespace preau::exam {

using Event =
    std::variant<event::SessionOpened, event::CandidateEnrolled, event::InvigilatorEntered,
                 event::CandidateJoined, event::ResumeRequested, event::ResumeAuthorised,
                 event::PresenceConfirmed, event::PresenceCancelled, event::AuthorisationExpired,
                 event::TestStarted, event::QuestionAsked, event::QuestionOpened, event::FocusLost,
                 event::AnswerRecorded, event::ContactLost, event::ContactRegained,
                 event::DeadlinePassed, event::TestFinished, event::SessionFinalised,
                 event::ResultDecided>;

/// The candidate an event is about; 0 when it is about the whole session.
CandidateNumber candidate_of(const Event& event);

}  // namespace preau::exam
