// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exam/session.hpp"

#include <map>
#include <string>
#include <variant>
#include <vector>

/// What somebody asks of the room. Chance (tokens, seeds) is drawn outside and passed in; texts and
/// amounts are within their limits.
namespace preau::exam::command {

struct OpenSession {
    SessionSheet sheet;
    std::vector<Enrolment> roster;
    /// Set when it is opened outside its authorised window.
    std::optional<WindowOverride> window_override{};
};
struct EnterInvigilation {
    Hash token{};
    std::string name{};
    bool listed = false;  ///< the name is one that the office gave
};

// ---- A candidate's device

struct Join {
    std::variant<Identity, std::string> who;  ///< or the personal code
    Hash token{};
    std::string seat{};
    Lockdown lockdown{};
};
/// "It is not me."
struct Leave {
    CandidateNumber candidate;
    std::optional<Hash> token{};  ///< of the device that leaves; nothing: the one that acts
};
struct ChooseDisplay {
    CandidateNumber candidate;
    Display display{};
};
struct ObserveLockdown {
    CandidateNumber candidate;
    Lockdown lockdown{};
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
    std::string item{};  ///< empty: whichever is asked
};
/// The candidate has left the page of a focus question.
struct ReportFocusLost {
    CandidateNumber candidate;
    int number;
    std::string item{};  ///< empty: whichever is asked
};
struct RaiseReport {
    CandidateNumber candidate;
    int number = 0;
    ReportReason reason = ReportReason::other;
    /// The question meant: one set aside has the number of the next. Empty: the one asked.
    std::string item{};
};
struct AnswerQuestion {
    CandidateNumber candidate;
    int number;
    std::string item;
    std::string value;  ///< answers::kSkipped to skip
    CommandId command;
};

// ---- An invigilator. An act whose id was applied already follows from nothing new.

struct ConfirmPresence {
    CandidateNumber candidate;
    By by{};
};
/// Of everybody who waits for it, except where a second device asks to act.
struct ConfirmAllPresent {
    By by{};
};
struct CancelPresence {
    CandidateNumber candidate;
    By by{};
};
struct AuthoriseResume {
    CandidateNumber candidate;
    By by{};
};
/// The device that acts for the candidate no longer does; the next that joins will.
struct ReleaseSeat {
    CandidateNumber candidate;
    By by{};
};
struct SettleReport {
    CandidateNumber candidate;
    bool accept = false;
    ReportCategory category = ReportCategory::e11;  ///< of an accepted one
    By by{};
};
struct AddTime {
    CandidateNumber candidate;  ///< 0: everybody in progress
    Duration added{};           ///< more than none, at most limits::added_time_ms_max
    std::string reason{};
    By by{};
};
struct Pause {
    CandidateNumber candidate;  ///< 0: the room
    bool paused = true;         ///< false: go on
    By by{};
};
struct SendMessage {
    std::string text;
    By by{};
};
struct RuleInterruption {
    CandidateNumber candidate;
    int interruption = 0;  ///< 1-based in Candidate::interruptions
    bool granted = true;   ///< false: its time is taken back
    By by{};
};
/// The candidate may do without what the session requires.
struct WaiveLockdown {
    CandidateNumber candidate;
    By by{};
};
struct NoteIncident {
    CandidateNumber candidate;
    IncidentCategory category = IncidentCategory::c7;
    std::string description{};
    By by{};
};
/// Puts somebody on the list whom the signed roster does not name. The personal code is nobody
/// else's.
struct EnrolLate {
    Enrolment enrolment;  ///< the next free number is given here
    LateChange change = LateChange::enrolled;
    std::string why{};
    By by{};
};
/// The room goes on without a second copy.
struct WaiveSecondCopy {
    By by{};
};
struct EndTest {
    CandidateNumber candidate;
    AbortReason reason = AbortReason::candidate;
    std::string note{};
    By by{};
};

// ---- The box

/// The box has heard nothing from the candidate's device since that instant.
struct LoseContact {
    CandidateNumber candidate;
    Tick since;
};
struct RegainContact {
    CandidateNumber candidate;
};
/// The second copy holds the whole journal and is written along with it.
struct AttachSecondCopy {};
struct LoseSecondCopy {
    SecondCopyLoss reason = SecondCopyLoss::removed;
};
/// Time has passed: deadlines are looked at.
struct ObserveTime {};
struct Finalise {
    std::map<CandidateNumber, AbortReason> abort_reasons;
};

}  // namespace preau::exam::command

namespace preau::exam {

using Command =
    std::variant<command::OpenSession, command::EnterInvigilation, command::Join, command::Leave,
                 command::ChooseDisplay, command::ObserveLockdown, command::StartTest,
                 command::OpenQuestion, command::ReportFocusLost, command::RaiseReport,
                 command::AnswerQuestion, command::ConfirmPresence, command::ConfirmAllPresent,
                 command::CancelPresence, command::AuthoriseResume, command::ReleaseSeat,
                 command::SettleReport, command::AddTime, command::Pause, command::SendMessage,
                 command::RuleInterruption, command::WaiveLockdown, command::NoteIncident,
                 command::EndTest, command::EnrolLate, command::WaiveSecondCopy,
                 command::LoseContact, command::RegainContact, command::AttachSecondCopy,
                 command::LoseSecondCopy, command::ObserveTime, command::Finalise>;

}  // namespace preau::exam
