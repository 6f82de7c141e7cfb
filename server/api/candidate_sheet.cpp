// SPDX-License-Identifier: Apache-2.0
#include "api/candidate_sheet.hpp"

#include "api/card.hpp"
#include "api/invigilator_names.hpp"
#include "api/json_response.hpp"
#include "api/problem.hpp"
#include "api/sheet_words.hpp"
#include "exam/words.hpp"
#include "seal/code.hpp"

namespace preau::api {

namespace {

using json::Object;

json::Array timeline_view(const room::LiveSession& session, CandidateNumber candidate) {
    json::Array view;
    for (const auto& occurrence : session.timeline(candidate))
        view.push_back(Object{{"at", to_iso8601(occurrence.at)},
                              {"what", record::name(occurrence.what)},
                              {"by", name_of(session.state(), occurrence.by)},
                              {"text", sheet_text(occurrence)}});
    return view;
}

json::Array incidents_view(const exam::Session& state, const exam::Candidate& candidate) {
    json::Array view;
    for (const auto& incident : candidate.incidents)
        view.push_back(Object{{"at", to_iso8601(incident.wall)},
                              {"category", exam::word(incident.category)},
                              {"description", incident.description},
                              {"by", name_of(state, incident.invigilator)}});
    return view;
}

json::Array interruptions_view(const room::LiveSession& session, const exam::Candidate& candidate) {
    json::Array view;
    for (const auto& interruption : candidate.interruptions) {
        auto lasted = interruption.lasted;
        if (interruption.alone_since) lasted = lasted + (session.now() - *interruption.alone_since);
        view.push_back(Object{{"number", view.size() + 1},
                              {"began_at", to_iso8601(session.wall_of(interruption.began))},
                              {"lasted_ms", lasted.ms},
                              {"ruling", exam::word(interruption.ruling)}});
    }
    return view;
}

/// Who has not written the code down, or lost it, asks for it.
json::Value receipt_code(const room::LiveSession& session, CandidateNumber candidate) {
    const auto receipt = session.candidate_receipt(candidate);
    if (!receipt) return nullptr;
    return seal::receipt_code(seal::encode(receipt->statement));
}

}  // namespace

http::Response candidate_sheet(World&, const Call& call) {
    const auto& session = *call.device.session;
    const auto* candidate = session.state().find({call.number});
    if (candidate == nullptr)
        return to_response(invigilation_problem(exam::Refusal::candidate_unknown));
    return json_response(
        200, Object{{"card", card(session, *candidate)},
                    {"code", candidate->enrolment.code},
                    {"account", candidate->enrolment.account},
                    {"receipt_code", receipt_code(session, candidate->enrolment.candidate)},
                    {"timeline", timeline_view(session, candidate->enrolment.candidate)},
                    {"incidents", incidents_view(session.state(), *candidate)},
                    {"interruptions", interruptions_view(session, *candidate)}});
}

}  // namespace preau::api
