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
    explicit Judge(const exam::Session& session) : session_(session) {}

    Result<void> operator()(const event::SessionOpened&) const {
        if (session_.opened) return wrong("the session was opened already");
        return {};
    }
    Result<void> operator()(const event::CandidateEnrolled& e) const {
        const auto number = e.enrolment.candidate.value;
        if (!session_.opened || number == 0 || number > limits::candidates_per_session_max)
            return wrong("a candidate that this session cannot have");
        if (session_.find(e.enrolment.candidate) != nullptr)
            return wrong("a candidate who is enrolled already");
        return {};
    }
    Result<void> operator()(const event::InvigilatorEntered&) const { return session_is_open(); }
    Result<void> operator()(const event::SessionFinalised&) const { return session_is_open(); }
    Result<void> operator()(const event::TestStarted& e) const {
        return about(e.candidate, exam::Phase::authorised);
    }
    Result<void> operator()(const event::QuestionAsked& e) const {
        if (auto asked = about(e.candidate, exam::Phase::in_progress); !asked) return asked;
        const auto& candidate = *session_.find(e.candidate);
        const auto next = static_cast<int>(candidate.questions.size()) + 1;
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
        return about(e.candidate, exam::Phase::in_progress);
    }
    Result<void> operator()(const event::ContactRegained& e) const {
        return about(e.candidate, exam::Phase::in_progress);
    }
    Result<void> operator()(const event::DeadlinePassed& e) const {
        return about(e.candidate, exam::Phase::in_progress);
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
    Result<void> operator()(const event::CandidateJoined& e) const {
        if (auto known = enrolled(e.candidate); !known) return known;
        return session_is_open();
    }
    Result<void> operator()(const event::ResumeRequested& e) const {
        if (auto known = enrolled(e.candidate); !known) return known;
        return session_is_open();
    }

  private:
    Result<void> session_is_open() const {
        if (!session_.opened || session_.finalised) return wrong("the session is not open");
        return {};
    }
    Result<void> enrolled(CandidateNumber candidate) const {
        if (session_.find(candidate) == nullptr) return wrong("a candidate who is not enrolled");
        return {};
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

    const exam::Session& session_;
};

}  // namespace

Result<void> check_plausible(const exam::Session& session, const exam::Event& event) {
    return std::visit(Judge(session), event);
}

}  // namespace preau::record
