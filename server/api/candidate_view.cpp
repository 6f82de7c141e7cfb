// SPDX-License-Identifier: Apache-2.0
#include "api/candidate_view.hpp"

#include "api/question_view.hpp"
#include "base/check.hpp"
#include "exam/words.hpp"

namespace preau::api {

namespace {

using json::Object;

Duration assessment(const room::LiveSession& session) {
    return minutes(session.content().version.assessment_duration_minutes);
}

json::Value identity_view(const room::LiveSession& session, const exam::Candidate& candidate) {
    const auto& enrolment = candidate.enrolment;
    exam::Timing timing;
    timing.extra_time_percent = enrolment.extra_time_percent;
    return Object{{"number", enrolment.candidate.value},
                  {"last_name", enrolment.identity.last_name},
                  {"first_name", enrolment.identity.first_name},
                  {"birthdate", enrolment.identity.birthdate},
                  {"group", enrolment.group},
                  {"extra_time_percent", enrolment.extra_time_percent},
                  {"duration_minutes", exam::allotted(timing, assessment(session)).ms / 60'000}};
}

json::Value session_view(const room::LiveSession& session) {
    const auto& sheet = session.state().sheet;
    const auto& version = session.content().version;
    return Object{{"number", sheet.number},
                  {"site", sheet.site},
                  {"room", sheet.room},
                  {"date", sheet.date},
                  {"question_count", version.configuration.maximum_assessment_length},
                  {"minimum_answers", version.minimum_answers}};
}

}  // namespace

json::Value clock_view(const room::LiveSession& session, const exam::Candidate& candidate) {
    if (candidate.phase != exam::Phase::in_progress) return nullptr;
    const auto left = exam::remaining(candidate.timing, assessment(session), session.now());
    return Object{{"remaining_ms", left.ms}, {"running", !candidate.held()}};
}

json::Value candidate_view(const room::LiveSession& session, CandidateNumber number, bool granted) {
    const auto* candidate = session.state().find(number);
    PREAU_CHECK(candidate != nullptr);
    json::Value finish_reason;
    if (candidate->outcome) finish_reason = exam::word(candidate->outcome->reason);
    const bool is_asked = granted && candidate->phase == exam::Phase::in_progress;
    return Object{{"candidate", identity_view(session, *candidate)},
                  {"session", session_view(session)},
                  {"access", granted ? "granted" : "waiting"},
                  {"phase", exam::word(candidate->phase)},
                  {"answered", candidate->answers()},
                  {"question", is_asked ? question_view(session, *candidate) : json::Value()},
                  {"clock", clock_view(session, *candidate)},
                  {"deadline_passed", candidate->deadline_passed},
                  {"finish_reason", std::move(finish_reason)}};
}

}  // namespace preau::api
