// SPDX-License-Identifier: Apache-2.0
#include "base/limits.hpp"
#include "base/log.hpp"
#include "central/desk/answers.hpp"
#include "central/desk/published_documents.hpp"
#include "json/fields.hpp"
#include "json/read.hpp"

#include <array>

namespace preau::central {

namespace {

constexpr Duration kSyncTokenLasts = minutes(400 * 24 * 60);
constexpr std::size_t kRequestBytesMax = 16 * 1024;
constexpr std::size_t kCodeBytesMax = 64;
constexpr char kSeen[] =
    "INSERT INTO box_seen (box, seen_at, software) VALUES ($1, $2, $3) ON CONFLICT (box) "
    "DO UPDATE SET seen_at = excluded.seen_at, software = CASE excluded.software WHEN '' "
    "THEN box_seen.software ELSE excluded.software END";

struct Row {
    NotEnrolled why;
    int status;
    std::string_view code;
    std::string_view title;
};

// clang-format off
constexpr std::array kRows = {
    Row{NotEnrolled::request_malformed, 422, "request_malformed", "Cette demande n’est pas lisible, ou n’est pas signée par le boîtier."},
    Row{NotEnrolled::code_refused,      403, "code_refused",      "Ce code n’est pas valable, ou plus. Demandez-en un autre à la plateforme."},
    Row{NotEnrolled::school_differs,    403, "school_differs",    "Ce code est celui d’un autre établissement. Vérifiez l’UAI du boîtier."},
    Row{NotEnrolled::box_taken,         409, "box_taken",         "Ce nom est celui d’un autre boîtier. Un boîtier réinstallé est un nouveau boîtier : donnez-lui un nouveau nom."},
    Row{NotEnrolled::box_revoked,       403, "box_revoked",       "Ce boîtier a été révoqué. Adressez-vous à la plateforme."},
    Row{NotEnrolled::key_known,         409, "key_known",         "Cette clé est déjà celle d’un autre boîtier."},
    Row{NotEnrolled::not_rotating,      403, "not_rotating",      "Cette demande ne remplace pas les clés actuelles du boîtier."},
    Row{NotEnrolled::storage_failed,    503, "storage_failed",    "La plateforme n’a pas pu enregistrer le boîtier. Réessayez plus tard."},
};
// clang-format on

http::Response refusal(const Refused& refused) {
    log::warning("enrolment.refused", {{"why", refused.detail}});
    for (const auto& row : kRows)
        if (row.why == refused.why) return problem_of(row.status, row.code, row.title);
    PREAU_UNREACHABLE();
}

http::Response document(const std::string& envelope) {
    http::Response response;
    response.headers = {{"Content-Type", "application/json"}};
    response.body = envelope;
    return response;
}

http::Response latest(Call& call, std::string_view kind) {
    const auto found = latest_document(call.desk.database, kind);
    if (!found) return storage_problem(found.error());
    if (!*found) return problem_of(404, "not_found", "Ce document n’a pas encore été publié.");
    return document(**found);
}

/// The token speaks for one box, which is not revoked.
std::optional<http::Response> is_not_the_box(Call& call) {
    if (call.holder.name != call.wildcards.front())
        return problem_of(403, "box_differs", "Ce jeton est celui d’un autre boîtier.");
    const auto box = call.enrolment().find(call.holder.name);
    if (!box) return storage_problem(box.error());
    if (!*box || (*box)->revocation)
        return problem_of(403, "box_revoked",
                          "Ce boîtier a été révoqué. Adressez-vous à la plateforme.");
    return std::nullopt;
}

Result<void> note_seen(Call& call, std::string_view box, std::string_view software) {
    const auto noted = call.desk.database.run(kSeen, box, call.desk.clock.wall_now().ms, software);
    if (!noted) return fail(noted.error());
    return {};
}

struct Asked {
    std::string request, code;
};

std::optional<Asked> read_asked(const std::string& body, bool has_code) {
    const auto value = json::read(body);
    if (!value) return std::nullopt;
    json::Fields fields(*value);
    Asked asked;
    asked.request = fields.text("request", kRequestBytesMax);
    if (has_code) asked.code = fields.text("code", kCodeBytesMax);
    return fields.finish() ? std::nullopt : std::optional(std::move(asked));
}

http::Response enrolled(Call& call, const std::string& envelope) {
    const auto certificate = seal::open_certificate(envelope, call.desk.keys.root());
    if (!certificate) return storage_problem(certificate.error());
    if (auto left = call.documents().put(certificate->box, "certificate.json", as_bytes(envelope));
        !left)
        return storage_problem(left.error());
    auto token = call.access().give(certificate->box, {Scope::sync}, kSyncTokenLasts);
    if (!token) return storage_problem(token.error());
    return json_of(json::Object{{"certificate", envelope}, {"sync_token", *token}});
}

}  // namespace

http::Response get_root(Call& call) { return latest(call, "root"); }
http::Response get_timestamp(Call& call) { return latest(call, "timestamp"); }

http::Response post_enrolment(Call& call) {
    if (!call.desk.tries.codes.allow(call.request.peer))
        return problem_of(429, "too_many_tries", "Trop d’essais. Attendez cinq minutes.");
    const auto asked = read_asked(call.request.body, true);
    if (!asked)
        return problem_of(400, "request_malformed", "Une demande et un code sont attendus.");
    const auto envelope = call.enrolment().enrol(asked->request, asked->code);
    if (!envelope) return refusal(envelope.error());
    return enrolled(call, *envelope);
}

http::Response post_renewal(Call& call) {
    if (auto wrong = is_not_the_box(call)) return std::move(*wrong);
    const auto asked = read_asked(call.request.body, false);
    if (!asked) return problem_of(400, "request_malformed", "Une demande est attendue.");
    const auto request = seal::open_request(asked->request);
    if (!request) return refusal({NotEnrolled::request_malformed, request.error().message});
    const auto box = call.enrolment().find(call.holder.name);
    if (!box) return storage_problem(box.error());
    const auto present = request->replaces.value_or(request->signing);
    if ((*box)->certificate.signing != present)
        return refusal({NotEnrolled::not_rotating, "the request is not of this box's key"});
    const auto envelope = call.enrolment().renew(asked->request);
    if (!envelope) return refusal(envelope.error());
    return enrolled(call, *envelope);
}

http::Response get_documents(Call& call) {
    if (auto wrong = is_not_the_box(call)) return std::move(*wrong);
    if (auto noted = note_seen(call, call.holder.name, ""); !noted)
        return storage_problem(noted.error());
    const auto all = call.documents().list(call.holder.name);
    if (!all) return storage_problem(all.error());
    json::Array listed;
    for (const auto& one : *all)
        listed.push_back(
            json::Object{{"name", one.name}, {"sha256", to_hex(one.sha256)}, {"size", one.size}});
    return json_of(listed);
}

http::Response get_document(Call& call) {
    if (auto wrong = is_not_the_box(call)) return std::move(*wrong);
    auto content = call.documents().content(call.holder.name, call.wildcards[1]);
    if (!content) return storage_problem(content.error());
    if (!*content) return problem_of(404, "not_found", "Ce document n’est pas pour ce boîtier.");
    http::Response response;
    response.headers = {{"Content-Type", "application/octet-stream"}};
    response.body = as_text(**content);
    return response;
}

}  // namespace preau::central
