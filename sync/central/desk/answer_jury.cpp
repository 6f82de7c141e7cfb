// SPDX-License-Identifier: Apache-2.0
#include "central/desk/answers.hpp"
#include "central/desk/proposals.hpp"
#include "central/desk/reading.hpp"
#include "exam/words.hpp"
#include "json/read.hpp"

namespace preau::central {

namespace {

json::Object certification_object(const Certification& certification) {
    const auto& candidacy = certification.candidacy;
    json::Object comments;
    for (const auto& [audience, text] : certification.comments)
        comments.push_back({std::string(word(audience)), text});
    return {{"candidate", candidacy.number.value},
            {"last_name", candidacy.identity.last_name},
            {"first_name", candidacy.identity.first_name},
            {"birthdate", candidacy.identity.birthdate},
            {"account", candidacy.account},
            {"verification_code", candidacy.verification_code},
            {"status", exam::word(certification.status())},
            {"comment", certification.automatic_comment()},
            {"pix_score", candidacy.scored.pix_score},
            {"comments", std::move(comments)}};
}

}  // namespace

json::Value session_value(const JuryFile& file) {
    json::Array certifications, decisions, to_confirm;
    for (const auto& [candidate, certification] : file.certifications())
        certifications.push_back(certification_object(certification));
    for (const auto& decision : file.decisions())
        decisions.push_back(*json::read(write_decision(decision)));
    for (const auto& item : file.to_confirm())
        to_confirm.push_back(json::Object{
            {"candidate", item.candidate ? json::Value(item.candidate->value) : json::Value{}},
            {"what", item.what},
            {"why", item.why}});
    const auto& publication = file.publication();
    return json::Object{
        {"session", file.session().hex()},
        {"certifications", std::move(certifications)},
        {"to_confirm", std::move(to_confirm)},
        {"decisions", std::move(decisions)},
        {"published", publication ? json::Value(to_iso8601(publication->at)) : json::Value{}},
        {"changed_since", file.has_changed_since_publication()}};
}

namespace {

http::Response session_unknown() {
    return problem_of(404, "session_unknown", refusal_sentence("session_unknown"));
}

}  // namespace

http::Response get_jury_session(Call& call) {
    const auto session = SessionId::from_hex(call.wildcards.front());
    if (!session) return session_unknown();
    Reading reading(call);
    const auto file = reading.jury.open(*session);
    if (!file) return storage_problem(file.error());
    return *file ? json_of(session_value(**file)) : session_unknown();
}

http::Response post_decision(Call& call) {
    const auto session = SessionId::from_hex(call.wildcards.front());
    if (!session) return session_unknown();
    const auto proposal = proposal_of_json(call, *session);
    if (!proposal)
        return problem_of(400, "decision_malformed", refusal_sentence("decision_malformed"));
    Reading reading(call);
    const auto done = reading.jury.decide(*proposal);
    if (!done) {
        const auto& code = done.error().code;
        const int status = code == "session_unknown" ? 404 : code == "storage_failed" ? 503 : 409;
        return problem_of(status, code, refusal_sentence(code));
    }
    return json_of(*json::read(write_decision(*done)), 201);
}

}  // namespace preau::central
