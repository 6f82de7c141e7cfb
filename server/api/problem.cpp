// SPDX-License-Identifier: Apache-2.0
#include "api/problem.hpp"

#include "api/json_response.hpp"
#include "base/check.hpp"

namespace preau::api {

namespace {

struct Words {
    int status;
    std::string_view title;
};

Words words_of(exam::Refusal refusal) {
    using enum exam::Refusal;
    switch (refusal) {
        case session_closed:
            return {410,
                    "Cette session n’est pas ouverte. Vérifiez le numéro auprès du surveillant."};
        case already_opened:
            return {409, "Cette session est déjà ouverte."};
        case candidate_unknown:
            return {404,
                    "Aucun candidat de cette session ne porte ce nom, ce prénom et cette date de "
                    "naissance. Vérifiez-les avec la feuille d’émargement."};
        case several_candidates:
            return {409,
                    "Plusieurs candidats de cette session ont la même identité. Appelez le "
                    "surveillant."};
        case access_code_wrong:
            return {403, "Ce code d’accès n’est pas le bon. Relisez-le au tableau."};
        case candidate_absent:
            return {409, "Ce candidat n’a pas encore rejoint la session."};
        case not_authorised:
            return {403,
                    "Le surveillant doit d’abord confirmer votre présence (il y a moins de 15 "
                    "minutes). Appelez-le."};
        case already_started:
            return {409, "Le test de ce candidat a déjà commencé."};
        case not_started:
            return {409, "Le test de ce candidat n’a pas commencé."};
        case test_ended:
            return {410, "Ce test est terminé."};
        case wrong_question:
            return {409, "Cette question n’est pas celle qui est posée. Rechargez la page."};
        case already_answered:
            return {409, "Cette question a déjà reçu une réponse."};
        case command_id_reused:
            return {409,
                    "Ce numéro d’envoi a déjà servi pour une autre réponse. Rechargez la page."};
        case answer_empty:
            return {422, "La réponse est vide. Répondez, ou passez la question."};
        case nothing_to_resume:
            return {409, "Aucun autre poste ne demande à reprendre le test de ce candidat."};
        case no_test_started:
            return {409, "Aucun candidat n’a commencé : la session ne peut pas être terminée."};
        case abort_reason_missing:
            return {
                409,
                "Il manque la raison de l’abandon d’un test inachevé. Relisez la liste des tests "
                "inachevés."};
        case abort_reason_unexpected:
            return {409,
                    "Un candidat a terminé entre-temps : retirez la raison de son abandon et "
                    "recommencez."};
        case already_finalised:
            return {409, "Cette session est déjà terminée et scellée."};
        case lack_of_questions:
            return {409,
                    "Le paquet d’épreuves n’a plus de question à poser. Appelez le surveillant."};
    }
    PREAU_UNREACHABLE();
}

}  // namespace

Problem problem_of(exam::Refusal refusal) {
    const auto words = words_of(refusal);
    return {words.status, std::string(exam::code(refusal)), std::string(words.title), "", 0};
}

Problem problem_of(const json::FieldProblem& problem) {
    return {400, problem.code, problem.message, problem.field, 0};
}

Problem not_found() { return {404, "not_found", "Cette adresse n’existe pas.", "", 0}; }

Problem method_not_allowed() {
    return {405, "method_not_allowed", "Cette adresse ne s’emploie pas ainsi.", "", 0};
}

Problem token_unknown() {
    return {
        401, "token_unknown",
        "Ce poste n’a plus accès au test : il continue sur un autre poste, ou il faut rejoindre "
        "la session de nouveau.",
        "", 0};
}

Problem too_many_requests(int retry_after_seconds) {
    return {429, "too_many_requests", "Trop d’essais à la suite. Patientez un instant.", "",
            retry_after_seconds};
}

Problem overloaded() {
    return {503, "overloaded", "Le boîtier est très sollicité. Nouvel essai dans un instant.", "",
            1};
}

http::Response to_response(const Problem& problem) {
    json::Object body{{"status", problem.status}, {"code", problem.code}, {"title", problem.title}};
    if (!problem.field.empty()) body.push_back({"field", problem.field});
    auto response = json_response(problem.status, body, "application/problem+json");
    if (problem.retry_after_seconds > 0)
        response.headers.emplace_back("Retry-After", std::to_string(problem.retry_after_seconds));
    return response;
}

}  // namespace preau::api
