// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exam/session.hpp"

#include <map>
#include <string>
#include <variant>
#include <vector>

/// What somebody asks of the room. Chance (tokens, seeds) is drawn outside and passed in.
namespace preau::exam::command {

struct OpenSession {
    SessionSheet sheet;
    std::vector<Enrolment> roster;
};
struct EnterInvigilation {
    Hash token;
};
struct Join {
    Identity identity;
    Hash token;
};
struct ConfirmPresence {
    CandidateNumber candidate;
};
struct CancelPresence {
    CandidateNumber candidate;
};
struct AuthoriseResume {
    CandidateNumber candidate;
};
struct StartTest {
    CandidateNumber candidate;
    std::string access_code;
    std::uint64_t seed;
};
/// The candidate has read the warning before a timed or focus question and wants its text.
struct OpenQuestion {
    CandidateNumber candidate;
    int number;
};
/// The candidate has left the page of a focus question.
struct ReportFocusLost {
    CandidateNumber candidate;
    int number;
};
struct AnswerQuestion {
    CandidateNumber candidate;
    int number;
    std::string item;
    std::string value;  ///< answers::kSkipped to skip
    CommandId command;
};
/// The box has heard nothing from the candidate's device since that instant.
struct LoseContact {
    CandidateNumber candidate;
    Tick since;
};
struct RegainContact {
    CandidateNumber candidate;
};
/// Time has passed: deadlines are looked at.
struct ObserveTime {};
struct EndTest {
    CandidateNumber candidate;
};
struct Finalise {
    std::map<CandidateNumber, AbortReason> abort_reasons;
};

}  // namespace preau::exam::command

namespace preau::exam {

using Command =
    std::variant<command::OpenSession, command::EnterInvigilation, command::Join,
                 command::ConfirmPresence, command::CancelPresence, command::AuthoriseResume,
                 command::StartTest, command::OpenQuestion, command::ReportFocusLost,
                 command::AnswerQuestion, command::LoseContact, command::RegainContact,
                 command::ObserveTime, command::EndTest, command::Finalise>;

}  // namespace preau::exam
