// SPDX-License-Identifier: Apache-2.0
#include "record/plausible.hpp"

#include "base/limits.hpp"

#include <cmath>

namespace preau::record {

namespace {

namespace event = exam::event;

Failure<Error> wrong(std::string_view what) { return fail(Error::malformed(std::string(what))); }

class Judge {
  public:
    Judge(const exam::Session& session, Tick now) : session_(session), now_(now) {}

    Result<void> operator()(const event::SessionOpened&) const {
        if (session_.opened) return wrong("the session was opened already");
        return {};
    }
    Result<void> operator()(const event::WindowOverridden&) const {
        if (session_.window_override) return wrong("a window that was overridden already");
        return session_is_open();
    }
    Result<void> operator()(const event::CandidateEnrolled& e) const {
        return can_be_enrolled(e.enrolment.candidate);
    }
    Result<void> operator()(const event::CandidateEnrolledLate& e) const {
        if (auto open = session_is_open(); !open) return open;
        return can_be_enrolled(e.enrolment.candidate);
    }
    Result<void> operator()(const event::SecondCopyAttached&) const {
        if (session_.second_copy.attached) return wrong("a second copy attached twice");
        return session_is_open();
    }
    Result<void> operator()(const event::SecondCopyLost&) const {
        if (!session_.second_copy.attached) return wrong("a second copy lost that there was not");
        return session_is_open();
    }
    Result<void> operator()(const event::SecondCopyWaived&) const { return session_is_open(); }
    Result<void> operator()(const event::SessionMinuted&) const {
        if (!session_.finalised || session_.minutes)
            return wrong("minutes before the session was finalised, or twice");
        return {};
    }
    Result<void> operator()(const event::CandidateMinuted& e) const {
        const auto* candidate = session_.find(e.candidate);
        if (!session_.finalised || candidate == nullptr || !candidate->outcome)
            return wrong("minutes of a test that is not over");
        if (session_.candidate_minutes.contains(e.candidate))
            return wrong("minutes of one candidate twice");
        auto expected = exam::minutes_of(*candidate);
        expected.receipt_code = e.minutes.receipt_code;
        expected.verification_code = e.minutes.verification_code;
        if (e.minutes != expected) return wrong("minutes that tell something else");
        return {};
    }
    Result<void> operator()(const event::InvigilatorEntered&) const { return session_is_open(); }
    Result<void> operator()(const event::SessionFinalised&) const { return session_is_open(); }
    Result<void> operator()(const event::MessageSent&) const { return session_is_open(); }
    Result<void> operator()(const event::RoomPaused&) const {
        if (session_.paused) return wrong("a room paused twice");
        return session_is_open();
    }
    Result<void> operator()(const event::RoomContinued&) const {
        if (!session_.paused) return wrong("a room that was not paused goes on");
        return session_is_open();
    }
    Result<void> operator()(const event::TestStarted& e) const {
        return about(e.candidate, exam::Phase::authorised);
    }
    Result<void> operator()(const event::QuestionAsked& e) const {
        if (auto asked = about(e.candidate, exam::Phase::in_progress); !asked) return asked;
        const auto& candidate = *session_.find(e.candidate);
        const auto next = candidate.answers() + 1;  // one set aside gives its number back
        if (candidate.current() != nullptr || e.number != next)
            return wrong("a question out of turn");
        if (!std::isfinite(e.discriminant) || !std::isfinite(e.difficulty))
            return wrong("a question without calibration");
        return {};
    }
    Result<void> operator()(const event::QuestionOpened& e) const {
        if (auto asked = about_question(e.candidate, e.number); !asked) return asked;
        if (session_.find(e.candidate)->current()->opening)
            return wrong("a question that was opened already");
        return {};
    }
    Result<void> operator()(const event::FocusLost& e) const {
        if (auto asked = about_question(e.candidate, e.number); !asked) return asked;
        const auto& current = *session_.find(e.candidate)->current();
        if (!current.opening || current.focus_lost)
            return wrong("a page left that was not shown, or was left already");
        return {};
    }
    Result<void> operator()(const event::AnswerRecorded& e) const {
        if (auto asked = about_question(e.candidate, e.number); !asked) return asked;
        if (session_.find(e.candidate)->current()->item != e.item)
            return wrong("an answer to another item than the one asked");
        return {};
    }
    Result<void> operator()(const event::TestFinished& e) const {
        const bool by_invigilator = e.reason == exam::FinishReason::ended_by_invigilator;
        if (!by_invigilator && (e.abort_reason || !e.note.empty()))
            return wrong("an invigilator's reason for a test that no invigilator ended");
        return about(e.candidate, exam::Phase::in_progress);
    }
    Result<void> operator()(const event::PresenceConfirmed& e) const {
        if (phase_is(e.candidate, exam::Phase::authorised)) return session_is_open();
        return about(e.candidate, exam::Phase::present);
    }
    Result<void> operator()(const event::PresenceCancelled& e) const {
        return about(e.candidate, exam::Phase::authorised);
    }
    Result<void> operator()(const event::AuthorisationExpired& e) const {
        return about(e.candidate, exam::Phase::authorised);
    }
    Result<void> operator()(const event::ContactLost& e) const {
        if (e.since > now_) return wrong("a contact lost in the future");
        return held(e.candidate, exam::Hold::contact, false);
    }
    Result<void> operator()(const event::ContactRegained& e) const {
        return held(e.candidate, exam::Hold::contact, true);
    }
    Result<void> operator()(const event::TestPaused& e) const {
        return held(e.candidate, exam::Hold::pause, false);
    }
    Result<void> operator()(const event::TestContinued& e) const {
        return held(e.candidate, exam::Hold::pause, true);
    }
    Result<void> operator()(const event::TimeAdded& e) const {
        return about(e.candidate, exam::Phase::in_progress);
    }
    Result<void> operator()(const event::InterruptionRuled& e) const {
        if (auto sits = about(e.candidate, exam::Phase::in_progress); !sits) return sits;
        const auto& all = session_.find(e.candidate)->interruptions;
        const auto index = static_cast<std::size_t>(e.interruption);
        if (e.interruption < 1 || index > all.size() || !all[index - 1].ended)
            return wrong("a ruling on an interruption that is not over");
        return {};
    }
    Result<void> operator()(const event::ReportRaised& e) const {
        if (auto asked = about_question(e.candidate, e.number); !asked) return asked;
        if (session_.find(e.candidate)->current()->open_report() != nullptr)
            return wrong("a second report on one question");
        return {};
    }
    Result<void> operator()(const event::ReportAccepted& e) const {
        return about_report(e.candidate, e.number);
    }
    Result<void> operator()(const event::ReportRefused& e) const {
        return about_report(e.candidate, e.number);
    }
    Result<void> operator()(const event::DeadlinePassed& e) const {
        if (auto sits = about(e.candidate, exam::Phase::in_progress); !sits) return sits;
        if (session_.find(e.candidate)->deadline_passed) return wrong("a deadline passed twice");
        return {};
    }
    Result<void> operator()(const event::ResumeAuthorised& e) const {
        if (auto known = enrolled(e.candidate); !known) return known;
        if (!session_.find(e.candidate)->requested_lease)
            return wrong("a device allowed to take over that did not ask");
        return session_is_open();
    }
    Result<void> operator()(const event::ResultDecided& e) const {
        if (!session_.finalised) return wrong("a result before the session was finalised");
        return enrolled(e.candidate);
    }
    Result<void> operator()(const event::CandidateLeft& e) const {
        if (auto known = enrolled(e.candidate); !known) return known;
        const auto& candidate = *session_.find(e.candidate);
        const bool acts = candidate.phase == exam::Phase::present && candidate.lease == e.token;
        if (!acts && candidate.requested_lease != e.token)
            return wrong("a device left that was not there");
        return session_is_open();
    }
    Result<void> operator()(const event::SeatReleased& e) const {
        if (auto there = was_there(e.candidate); !there) return there;
        const auto& candidate = *session_.find(e.candidate);
        if (!candidate.lease && !candidate.requested_lease)
            return wrong("a seat released that nobody had");
        return {};
    }
    Result<void> operator()(const event::DisplayChosen& e) const { return was_there(e.candidate); }
    Result<void> operator()(const event::LockdownObserved& e) const {
        return was_there(e.candidate);
    }
    Result<void> operator()(const event::LockdownWaived& e) const { return was_there(e.candidate); }
    Result<void> operator()(const event::IncidentNoted& e) const {
        if (auto known = enrolled(e.candidate); !known) return known;
        return session_is_open();
    }
    Result<void> operator()(const event::CandidateJoined& e) const {
        if (auto known = enrolled(e.candidate); !known) return known;
        if (is_taken(e.candidate)) return wrong("a device that takes the place of another");
        return session_is_open();
    }
    Result<void> operator()(const event::ResumeRequested& e) const {
        if (auto known = enrolled(e.candidate); !known) return known;
        if (!is_taken(e.candidate)) return wrong("a device that asks for a free place");
        return session_is_open();
    }

  private:
    Result<void> session_is_open() const {
        if (!session_.opened || session_.finalised) return wrong("the session is not open");
        return {};
    }
    Result<void> can_be_enrolled(CandidateNumber candidate) const {
        const auto number = candidate.value;
        if (!session_.opened || number == 0 || number > limits::candidates_per_session_max)
            return wrong("a candidate that this session cannot have");
        if (session_.find(candidate) != nullptr)
            return wrong("a candidate who is enrolled already");
        return {};
    }
    Result<void> enrolled(CandidateNumber candidate) const {
        if (session_.find(candidate) == nullptr) return wrong("a candidate who is not enrolled");
        return {};
    }
    /// A device acts for the candidate, and another one has to ask; after the test none does.
    bool is_taken(CandidateNumber candidate) const {
        return session_.find(candidate)->lease && !phase_is(candidate, exam::Phase::finished);
    }
    bool phase_is(CandidateNumber candidate, exam::Phase phase) const {
        const auto* found = session_.find(candidate);
        return found != nullptr && found->phase == phase;
    }
    Result<void> about(CandidateNumber candidate, exam::Phase phase) const {
        if (auto known = enrolled(candidate); !known) return known;
        if (!phase_is(candidate, phase))
            return wrong("a candidate who is not at that point of the test");
        return session_is_open();
    }

    Result<void> about_question(CandidateNumber candidate, int number) const {
        if (auto sits = about(candidate, exam::Phase::in_progress); !sits) return sits;
        const auto* current = session_.find(candidate)->current();
        if (current == nullptr || current->number != number)
            return wrong("a question that is not the one asked");
        return {};
    }

    Result<void> about_report(CandidateNumber candidate, int number) const {
        if (auto asked = about_question(candidate, number); !asked) return asked;
        if (session_.find(candidate)->current()->open_report() == nullptr)
            return wrong("a report settled that nobody made");
        return {};
    }
    Result<void> held(CandidateNumber candidate, exam::Hold hold, bool holds) const {
        if (auto sits = about(candidate, exam::Phase::in_progress); !sits) return sits;
        if (session_.find(candidate)->held(hold) != holds)
            return wrong("a hold that begins twice or ends without having begun");
        return {};
    }
    /// Somebody who has come, and whose test is not over.
    Result<void> was_there(CandidateNumber candidate) const {
        if (auto known = enrolled(candidate); !known) return known;
        if (phase_is(candidate, exam::Phase::absent) || phase_is(candidate, exam::Phase::finished))
            return wrong("a candidate who is not at that point of the test");
        return session_is_open();
    }

    const exam::Session& session_;
    Tick now_;
};

}  // namespace

Result<void> check_plausible(const exam::Session& session, const exam::Event& event, Tick now) {
    if (exam::by_of(event).invigilator > session.invigilators.size())
        return wrong("an invigilator who did not enter");
    return std::visit(Judge(session, now), event);
}

}  // namespace preau::record
