// SPDX-License-Identifier: Apache-2.0
#include "api/question_acts.hpp"

#include "api/candidate_view.hpp"
#include "api/json_response.hpp"
#include "api/request_body.hpp"
#include "api/station_words.hpp"
#include "base/limits.hpp"

namespace preau::api {

namespace {

/// The number alone does not tell a question from the one that replaced it.
std::string read_item(json::Fields& fields) {
    return fields.optional_text("item", limits::item_bytes_max).value_or("");
}

template <class Command>
http::Response act_at_question(const Call& call) {
    const auto item = read_body(call.request, read_item);
    if (const auto* problem = std::get_if<Problem>(&item)) return to_response(*problem);
    auto& session = *call.device.session;
    const auto candidate = call.device.candidate;
    const auto done =
        session.act(Command{candidate, static_cast<int>(call.number), std::get<std::string>(item)});
    if (!done) return to_response(problem_of(done.error()));
    return json_response(200, json::Object{{"view", candidate_view(session, candidate, true)}});
}

struct Report {
    exam::ReportReason reason{};
    std::string item;
};

Report read_report(json::Fields& fields) {
    Report report;
    report.reason = read_word<exam::ReportReason>(fields, "reason");
    report.item = read_item(fields);
    return report;
}

}  // namespace

http::Response open_question(World&, const Call& call) {
    return act_at_question<exam::command::OpenQuestion>(call);
}

http::Response report_focus_lost(World&, const Call& call) {
    return act_at_question<exam::command::ReportFocusLost>(call);
}

http::Response raise_report(World&, const Call& call) {
    const auto body = read_body(call.request, read_report);
    if (const auto* problem = std::get_if<Problem>(&body)) return to_response(*problem);
    const auto& report = std::get<Report>(body);
    auto& session = *call.device.session;
    const auto candidate = call.device.candidate;
    const auto raised = session.act(exam::command::RaiseReport{
        candidate, static_cast<int>(call.number), report.reason, report.item});
    if (!raised) return to_response(problem_of(raised.error()));
    return json_response(200, json::Object{{"view", candidate_view(session, candidate, true)}});
}

}  // namespace preau::api
