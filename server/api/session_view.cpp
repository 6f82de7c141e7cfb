// SPDX-License-Identifier: Apache-2.0
#include "api/session_view.hpp"

#include "api/candidate_view.hpp"
#include "base/check.hpp"
#include "exam/words.hpp"
#include "seal/code.hpp"

#include <algorithm>

namespace preau::api {

namespace {

using exam::Phase;
using json::Object;

json::Array flags(const exam::Candidate& candidate) {
    json::Array flags;
    if (candidate.held()) flags.push_back("offline");
    if (candidate.requested_lease) flags.push_back("resume_requested");
    if (const auto* asked = candidate.current(); asked != nullptr && asked->focus_lost)
        flags.push_back("focus_lost");
    if (candidate.deadline_passed && candidate.phase == Phase::in_progress)
        flags.push_back("deadline_passed");
    return flags;
}

bool started(const exam::Candidate& candidate) {
    return candidate.phase == Phase::in_progress || candidate.phase == Phase::finished;
}

json::Value sheet_view(const room::LiveSession& session) {
    const auto& sheet = session.state().sheet;
    return Object{{"number", sheet.number},
                  {"site", sheet.site},
                  {"room", sheet.room},
                  {"date", sheet.date},
                  {"time", sheet.time},
                  {"examiner", sheet.examiner},
                  {"access_code", sheet.access_code},
                  {"finalised", session.state().finalised},
                  {"pack_title", session.pack().title}};
}

json::Value seal_view(const room::LiveSession& session, const office::Receipts& receipts) {
    if (!session.sealed())
        return Object{{"state", "open"},
                      {"size", session.size()},
                      {"root", nullptr},
                      {"received_at", nullptr},
                      {"code", nullptr}};
    const auto receipt = receipts.received_at(session.row().id);
    const auto& checkpoint = session.checkpoint();
    PREAU_CHECK(checkpoint.has_value());  // it is what seals
    json::Value received_at;
    if (receipt) received_at = to_iso8601(*receipt);
    return Object{{"state", receipt ? "received" : "sealed"},
                  {"size", checkpoint->size},
                  {"root", to_hex(checkpoint->root)},
                  {"received_at", std::move(received_at)},
                  {"code", seal::session_code(checkpoint->size, checkpoint->root)}};
}

json::Value counts(const exam::Session& state) {
    const auto count = [&](Phase phase) {
        return std::ranges::count_if(
            state.candidates, [&](const auto& entry) { return entry.second.phase == phase; });
    };
    return Object{{"enrolled", state.candidates.size()},
                  {"present", count(Phase::present)},
                  {"authorised", count(Phase::authorised)},
                  {"in_progress", count(Phase::in_progress)},
                  {"finished", count(Phase::finished)}};
}

}  // namespace

json::Value card(const room::LiveSession& session, const exam::Candidate& candidate) {
    const auto& enrolment = candidate.enrolment;
    json::Value started_at;
    json::Value finish_reason;
    json::Value seen;
    if (started(candidate)) started_at = to_iso8601(candidate.started_at);
    if (candidate.outcome) finish_reason = exam::word(candidate.outcome->reason);
    if (const auto silence = session.silence(enrolment.candidate)) seen = silence->ms;
    return Object{
        {"number", enrolment.candidate.value},
        {"last_name", enrolment.identity.last_name},
        {"first_name", enrolment.identity.first_name},
        {"birthdate", enrolment.identity.birthdate},
        {"group", enrolment.group},
        {"extra_time_percent", enrolment.extra_time_percent},
        {"phase", exam::word(candidate.phase)},
        {"flags", flags(candidate)},
        {"answered", candidate.answers()},
        {"question_count", session.content().version.configuration.maximum_assessment_length},
        {"clock", clock_view(session, candidate)},
        {"started_at", std::move(started_at)},
        {"seen_ms", std::move(seen)},
        {"finish_reason", std::move(finish_reason)},
        {"needs_abort_reason", exam::needs_abort_reason(candidate)}};
}

json::Value session_view(const room::LiveSession& session, const office::Receipts& receipts,
                         WallTime box_time) {
    json::Array cards;
    for (const auto& [number, candidate] : session.state().candidates)
        cards.push_back(card(session, candidate));
    return Object{{"session", sheet_view(session)},
                  {"seal", seal_view(session, receipts)},
                  {"counts", counts(session.state())},
                  {"candidates", std::move(cards)},
                  {"box_time", to_iso8601(box_time)}};
}

json::Value counts_view(const room::LiveSession& session) {
    return Object{{"counts", counts(session.state())}};
}

json::Value seen_view(const room::LiveSession& session) {
    json::Array seen;
    for (const auto& [number, candidate] : session.state().candidates)
        if (const auto silence = session.silence(number))
            seen.push_back(json::Array{number.value, silence->ms});
    return Object{{"seen", std::move(seen)}};
}

}  // namespace preau::api
