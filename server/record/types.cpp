// SPDX-License-Identifier: Apache-2.0
#include "record/types.hpp"

#include "base/check.hpp"

#include <algorithm>
#include <array>

namespace preau::record {

namespace {

struct Row {
    Type type;
    std::string_view name;
};

constexpr std::array kRows = {
    Row{Type::epoch_start, "epoch.start"},
    Row{Type::checkpoint, "checkpoint"},
    Row{Type::candidate_joined, "candidate.joined"},
    Row{Type::resume_requested, "resume.requested"},
    Row{Type::contact_lost, "contact.lost"},
    Row{Type::contact_regained, "contact.regained"},
    Row{Type::candidate_left, "candidate.left"},
    Row{Type::display_chosen, "display.chosen"},
    Row{Type::lockdown_observed, "lockdown.observed"},
    Row{Type::answer_recorded, "answer.recorded"},
    Row{Type::test_finished, "test.finished"},
    Row{Type::test_started, "test.started"},
    Row{Type::question_asked, "question.asked"},
    Row{Type::deadline_passed, "deadline.passed"},
    Row{Type::question_opened, "question.opened"},
    Row{Type::focus_lost, "focus.lost"},
    Row{Type::report_raised, "report.raised"},
    Row{Type::invigilator_entered, "invigilator.entered"},
    Row{Type::presence_confirmed, "presence.confirmed"},
    Row{Type::presence_cancelled, "presence.cancelled"},
    Row{Type::resume_authorised, "resume.authorised"},
    Row{Type::authorisation_expired, "authorisation.expired"},
    Row{Type::seat_released, "seat.released"},
    Row{Type::report_accepted, "report.accepted"},
    Row{Type::report_refused, "report.refused"},
    Row{Type::time_added, "time.added"},
    Row{Type::test_paused, "test.paused"},
    Row{Type::test_continued, "test.continued"},
    Row{Type::room_paused, "room.paused"},
    Row{Type::room_continued, "room.continued"},
    Row{Type::message_sent, "message.sent"},
    Row{Type::interruption_ruled, "interruption.ruled"},
    Row{Type::lockdown_waived, "lockdown.waived"},
    Row{Type::incident_noted, "incident.noted"},
    Row{Type::session_opened, "session.opened"},
    Row{Type::candidate_enrolled, "candidate.enrolled"},
    Row{Type::session_finalised, "session.finalised"},
    Row{Type::result_decided, "result.decided"},
    Row{Type::session_minuted, "session.minutes"},
    Row{Type::candidate_enrolled_late, "candidate.enrolled_late"},
    Row{Type::window_overridden, "window.overridden"},
    Row{Type::candidate_minuted, "candidate.minutes"},
    Row{Type::second_copy_attached, "second_copy.attached"},
    Row{Type::second_copy_lost, "second_copy.lost"},
    Row{Type::second_copy_waived, "second_copy.waived"},
};

struct TypeOf {
    Type operator()(const exam::event::SessionOpened&) const { return Type::session_opened; }
    Type operator()(const exam::event::CandidateEnrolled&) const {
        return Type::candidate_enrolled;
    }
    Type operator()(const exam::event::InvigilatorEntered&) const {
        return Type::invigilator_entered;
    }
    Type operator()(const exam::event::CandidateJoined&) const { return Type::candidate_joined; }
    Type operator()(const exam::event::ResumeRequested&) const { return Type::resume_requested; }
    Type operator()(const exam::event::ResumeAuthorised&) const { return Type::resume_authorised; }
    Type operator()(const exam::event::PresenceConfirmed&) const {
        return Type::presence_confirmed;
    }
    Type operator()(const exam::event::PresenceCancelled&) const {
        return Type::presence_cancelled;
    }
    Type operator()(const exam::event::AuthorisationExpired&) const {
        return Type::authorisation_expired;
    }
    Type operator()(const exam::event::TestStarted&) const { return Type::test_started; }
    Type operator()(const exam::event::QuestionAsked&) const { return Type::question_asked; }
    Type operator()(const exam::event::QuestionOpened&) const { return Type::question_opened; }
    Type operator()(const exam::event::FocusLost&) const { return Type::focus_lost; }
    Type operator()(const exam::event::AnswerRecorded&) const { return Type::answer_recorded; }
    Type operator()(const exam::event::ContactLost&) const { return Type::contact_lost; }
    Type operator()(const exam::event::ContactRegained&) const { return Type::contact_regained; }
    Type operator()(const exam::event::DeadlinePassed&) const { return Type::deadline_passed; }
    Type operator()(const exam::event::TestFinished&) const { return Type::test_finished; }
    Type operator()(const exam::event::SessionFinalised&) const { return Type::session_finalised; }
    Type operator()(const exam::event::CandidateLeft&) const { return Type::candidate_left; }
    Type operator()(const exam::event::DisplayChosen&) const { return Type::display_chosen; }
    Type operator()(const exam::event::LockdownObserved&) const { return Type::lockdown_observed; }
    Type operator()(const exam::event::ReportRaised&) const { return Type::report_raised; }
    Type operator()(const exam::event::SeatReleased&) const { return Type::seat_released; }
    Type operator()(const exam::event::ReportAccepted&) const { return Type::report_accepted; }
    Type operator()(const exam::event::ReportRefused&) const { return Type::report_refused; }
    Type operator()(const exam::event::TimeAdded&) const { return Type::time_added; }
    Type operator()(const exam::event::TestPaused&) const { return Type::test_paused; }
    Type operator()(const exam::event::TestContinued&) const { return Type::test_continued; }
    Type operator()(const exam::event::RoomPaused&) const { return Type::room_paused; }
    Type operator()(const exam::event::RoomContinued&) const { return Type::room_continued; }
    Type operator()(const exam::event::MessageSent&) const { return Type::message_sent; }
    Type operator()(const exam::event::InterruptionRuled&) const {
        return Type::interruption_ruled;
    }
    Type operator()(const exam::event::LockdownWaived&) const { return Type::lockdown_waived; }
    Type operator()(const exam::event::IncidentNoted&) const { return Type::incident_noted; }
    Type operator()(const exam::event::ResultDecided&) const { return Type::result_decided; }
    Type operator()(const exam::event::SessionMinuted&) const { return Type::session_minuted; }
    Type operator()(const exam::event::CandidateMinuted&) const { return Type::candidate_minuted; }
    Type operator()(const exam::event::CandidateEnrolledLate&) const {
        return Type::candidate_enrolled_late;
    }
    Type operator()(const exam::event::WindowOverridden&) const { return Type::window_overridden; }
    Type operator()(const exam::event::SecondCopyAttached&) const {
        return Type::second_copy_attached;
    }
    Type operator()(const exam::event::SecondCopyLost&) const { return Type::second_copy_lost; }
    Type operator()(const exam::event::SecondCopyWaived&) const { return Type::second_copy_waived; }
};

}  // namespace

Type type_of(const exam::Event& event) { return std::visit(TypeOf{}, event); }

std::optional<Type> known_type(std::uint16_t number) {
    const auto row = std::ranges::find(kRows, static_cast<Type>(number), &Row::type);
    return row == kRows.end() ? std::nullopt : std::optional(row->type);
}

std::string_view name(Type type) {
    const auto row = std::ranges::find(kRows, type, &Row::type);
    PREAU_CHECK(row != kRows.end());
    return row->name;
}

}  // namespace preau::record
