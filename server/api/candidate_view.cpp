// SPDX-License-Identifier: Apache-2.0
#include "api/candidate_view.hpp"

#include "api/choose_display.hpp"
#include "api/question_view.hpp"
#include "base/check.hpp"
#include "exam/words.hpp"
#include "seal/code.hpp"

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
                  {"accessibility_adjustment", enrolment.accessibility_adjustment},
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

json::Value open_report_view(const exam::Candidate& candidate) {
    const auto* asked = candidate.current();
    const auto* report = asked == nullptr ? nullptr : asked->open_report();
    if (report == nullptr) return nullptr;
    return Object{{"number", asked->number}, {"reason", exam::word(report->reason)}};
}

/// The last one decided; one is open at a time.
json::Value settled_report_view(const exam::Candidate& candidate) {
    json::Value last;
    for (const auto& question : candidate.questions)
        for (const auto& report : question.reports)
            if (report.state != exam::Report::State::open)
                last = Object{{"number", question.number}, {"outcome", exam::word(report.state)}};
    return last;
}

json::Value message_view(const exam::Session& session) {
    if (session.messages.empty()) return nullptr;
    const auto& last = session.messages.back();
    return Object{{"number", last.number}, {"text", last.text}, {"at", to_iso8601(last.wall)}};
}

/// As last heard of, while its question is asked.
json::Value draft_view(const room::LiveSession& session, const exam::Candidate& candidate) {
    const auto* asked = candidate.current();
    const auto* draft = session.draft(candidate.enrolment.candidate);
    if (asked == nullptr || draft == nullptr || draft->item != asked->item) return nullptr;
    return Object{{"item", draft->item}, {"value", draft->value}};
}

json::Value lockdown_view(const room::LiveSession& session, const exam::Candidate& candidate,
                          const exam::Lockdown& lockdown) {
    const auto policy = session.state().sheet.lockdown;
    const bool is_missing = !exam::satisfies(lockdown, policy) && !candidate.lockdown_waived;
    return Object{{"policy", exam::word(policy)},
                  {"kind", exam::word(lockdown.kind)},
                  {"version", lockdown.version},
                  {"waived", candidate.lockdown_waived},
                  {"missing", is_missing}};
}

json::Value receipt_view(const room::LiveSession& session, CandidateNumber candidate) {
    const auto receipt = session.candidate_receipt(candidate);
    if (!receipt) return nullptr;
    json::Value signed_bytes;
    if (receipt->signed_bytes) signed_bytes = to_base64(*receipt->signed_bytes);
    return Object{{"code", seal::receipt_code(seal::encode(receipt->statement))},
                  {"answers", receipt->statement.answers},
                  {"signed", std::move(signed_bytes)}};
}

/// Of the device that looks: the one that acts, or the one that asks to.
exam::Arrival arrival_of(const exam::Candidate& candidate, bool granted) {
    if (!granted) return candidate.requested_arrival;
    return {candidate.way, candidate.seat, candidate.lockdown};
}

}  // namespace

json::Array holds_view(const exam::Candidate& candidate) {
    json::Array holds;
    for (const auto hold : candidate.holds) holds.push_back(exam::word(hold));
    return holds;
}

json::Value clock_view(const room::LiveSession& session, const exam::Candidate& candidate) {
    if (candidate.phase != exam::Phase::in_progress) return nullptr;
    const auto left = exam::remaining(candidate.timing, assessment(session), session.now());
    return Object{{"remaining_ms", left.ms}, {"running", !candidate.held()}};
}

Copies copies_of(const room::LiveSession& session, CandidateNumber candidate) {
    return session.has_copy(candidate) ? Copies::box_and_copy : Copies::box;
}

json::Value candidate_view(const room::LiveSession& session, CandidateNumber number, bool granted) {
    return candidate_view(session, number, granted, copies_of(session, number));
}

json::Value candidate_view(const room::LiveSession& session, CandidateNumber number, bool granted,
                           Copies copies) {
    const auto* candidate = session.state().find(number);
    PREAU_CHECK(candidate != nullptr);
    json::Value finish_reason;
    if (candidate->outcome) finish_reason = exam::word(candidate->outcome->reason);
    json::Value display;
    if (candidate->display) display = display_view(*candidate->display);
    const auto arrival = arrival_of(*candidate, granted);
    const bool is_asked = granted && candidate->phase == exam::Phase::in_progress;
    return Object{{"candidate", identity_view(session, *candidate)},
                  {"session", session_view(session)},
                  {"access", granted ? "granted" : "waiting"},
                  {"way", exam::word(arrival.way)},
                  {"seat", arrival.seat},
                  {"phase", exam::word(candidate->phase)},
                  {"answered", candidate->answers()},
                  {"question", is_asked ? question_view(session, *candidate) : json::Value()},
                  {"clock", clock_view(session, *candidate)},
                  {"added_ms", candidate->timing.added.ms},
                  {"deadline_passed", candidate->deadline_passed},
                  {"holds", holds_view(*candidate)},
                  {"report", is_asked ? open_report_view(*candidate) : json::Value()},
                  {"settled_report", settled_report_view(*candidate)},
                  {"message", message_view(session.state())},
                  {"display", std::move(display)},
                  {"draft", is_asked ? draft_view(session, *candidate) : json::Value()},
                  {"lockdown", lockdown_view(session, *candidate, arrival.lockdown)},
                  {"copies", copies == Copies::box ? "box" : "box_and_copy"},
                  {"finish_reason", std::move(finish_reason)},
                  {"receipt", receipt_view(session, number)}};
}

}  // namespace preau::api
