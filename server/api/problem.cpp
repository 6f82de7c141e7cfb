// SPDX-License-Identifier: Apache-2.0
#include "api/problem.hpp"

#include "api/json_response.hpp"
#include "api/refusal_words.hpp"
#include "base/check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace preau::api {

namespace {

struct Row {
    Fault fault;
    int status;
    std::string_view code;
    std::string_view title;
    std::string_view field = {};
};

constexpr std::array kRows = {
    Row{Fault::not_found, 404, "not_found", "Cette adresse n’existe pas."},
    Row{Fault::method_not_allowed, 405, "method_not_allowed",
        "Cette adresse ne s’emploie pas ainsi."},
    Row{Fault::header_missing, 403, "header_missing", "L’en-tête X-Preau: 1 manque.", "X-Preau"},
    Row{Fault::foreign_origin, 403, "foreign_origin", "Cette page vient d’un autre site.",
        "Origin"},
    Row{Fault::media_type, 415, "media_type", "Le corps doit être application/json.",
        "Content-Type"},
    Row{Fault::token_unknown, 401, "token_unknown",
        "Ce poste n’a plus accès au test : il continue sur un autre poste, ou il faut rejoindre "
        "la session de nouveau."},
    Row{Fault::device_waiting, 403, "device_waiting",
        "Ce poste attend que le surveillant l’autorise à reprendre le test. Appelez-le."},
    Row{Fault::password_wrong, 403, "password_wrong",
        "Ce numéro de session et ce mot de passe ne vont pas ensemble. Relisez la fiche du "
        "surveillant.",
        "password"},
    Row{Fault::session_locked, 423, "session_locked", "La session attend le code du jour."},
    Row{Fault::code_wrong, 403, "code_wrong",
        "Ce code n’ouvre pas cette session. Vérifiez que c’est bien celui du jour, pour cette "
        "session et pour ce boîtier.",
        "code"},
    Row{Fault::share_missing, 409, "share_missing",
        "Cette session n’est pas autorisée pour ce boîtier : elle s’ouvre sur celui que nomme "
        "l’autorisation. Appelez l’assistance."},
    Row{Fault::pack_missing, 409, "pack_missing",
        "Les questions de cette session ne sont pas sur ce boîtier. Faites-les apporter, par le "
        "réseau ou par la clé USB, puis recommencez."},
    Row{Fault::pack_altered, 409, "pack_altered",
        "Le paquet de questions de cette session a été modifié ou abîmé : le boîtier ne l’ouvre "
        "pas. Faites-le copier de nouveau depuis la plateforme, puis recommencez."},
    Row{Fault::journal_damaged, 409, "journal_damaged",
        "Le journal de cette session ne se relit pas : elle ne peut pas reprendre sur ce boîtier. "
        "N’effacez rien et appelez l’assistance."},
    Row{Fault::office_code_wrong, 403, "office_code_wrong",
        "Ce n’est pas le code du secrétariat. Relisez-le, ou demandez-en un nouveau au technicien.",
        "code"},
    Row{Fault::too_many_requests, 429, "too_many_requests", "Trop d’essais à la suite."},
    Row{Fault::overloaded, 503, "overloaded",
        "Le boîtier est très sollicité. Nouvel essai dans un instant."},
    Row{Fault::second_copy_missing, 503, "second_copy_missing",
        "La seconde copie du boîtier ne répond pas. Votre réponse reste gardée sur ce poste, elle "
        "sera renvoyée toute seule."},
    Row{Fault::copy_unread, 503, "copy_unread",
        "Le boîtier lit encore la clé USB de seconde copie. Réessayez dans quelques secondes."},
    Row{Fault::copy_damaged, 409, "copy_damaged",
        "La seconde copie de cette session ne peut pas être reprise ici : elle est abîmée, ou "
        "n’est "
        "pas pour ce boîtier. Appelez l’assistance, et gardez la clé."},
    Row{Fault::copy_differs, 409, "copy_differs",
        "La clé USB contient une autre suite de cette session que ce boîtier. Pour continuer avec "
        "ce boîtier, retirez la clé et gardez-la pour l’assistance."},
};

const Row& row_of(Fault fault) {
    const auto found = std::ranges::find(kRows, fault, &Row::fault);
    PREAU_CHECK(found != kRows.end());
    return *found;
}

Problem refused(exam::Refusal refusal, const RefusalWords& words) {
    return {.status = words.status,
            .code = std::string(exam::code(refusal)),
            .title = std::string(words.title),
            .field = std::string(words.field)};
}

}  // namespace

std::span<const Fault> all_faults() {
    static constexpr auto kFaults = [] {
        std::array<Fault, kRows.size()> faults{};
        std::ranges::transform(kRows, faults.begin(), &Row::fault);
        return faults;
    }();
    return kFaults;
}

Problem problem_of(Fault fault) {
    const auto& row = row_of(fault);
    return {.status = row.status,
            .code = std::string(row.code),
            .title = std::string(row.title),
            .field = std::string(row.field)};
}

Problem problem_of(exam::Refusal refusal) { return refused(refusal, words_for_candidate(refusal)); }

Problem invigilation_problem(exam::Refusal refusal) {
    return refused(refusal, words_for_invigilator(refusal));
}

Problem problem_of(const json::FieldProblem& problem) {
    return {.status = 400, .code = problem.code, .title = problem.message, .field = problem.field};
}

Problem candidate_token_unknown() { return problem_of(Fault::token_unknown); }

Problem invigilator_token_unknown() {
    auto problem = problem_of(Fault::token_unknown);
    problem.title = "Votre accès de surveillant n’est plus reconnu. Entrez de nouveau.";
    return problem;
}

Problem office_token_unknown() {
    auto problem = problem_of(Fault::token_unknown);
    problem.title = "Votre accès au secrétariat n’est plus reconnu. Entrez de nouveau.";
    return problem;
}

Problem too_many_requests(int retry_after_seconds) {
    auto problem = problem_of(Fault::too_many_requests);
    problem.title += fmt::format(" Réessayez dans {} s.", retry_after_seconds);
    problem.retry_after_seconds = retry_after_seconds;
    return problem;
}

Problem overloaded() {
    auto problem = problem_of(Fault::overloaded);
    problem.retry_after_seconds = 1;
    return problem;
}

Problem second_copy_missing() {
    auto problem = problem_of(Fault::second_copy_missing);
    problem.retry_after_seconds = 2;
    return problem;
}

http::Response to_response(const Problem& problem) {
    json::Object body{{"status", problem.status}, {"code", problem.code}, {"title", problem.title}};
    if (!problem.field.empty()) body.push_back({"field", problem.field});
    auto response = json_response(problem.status, body, "application/problem+json");
    auto& headers = response.headers;
    if (problem.retry_after_seconds > 0)
        headers.emplace_back("Retry-After", std::to_string(problem.retry_after_seconds));
    if (!problem.allow.empty()) headers.emplace_back("Allow", problem.allow);
    if (problem.status == 401) headers.emplace_back("WWW-Authenticate", "Bearer");
    return response;
}

}  // namespace preau::api
