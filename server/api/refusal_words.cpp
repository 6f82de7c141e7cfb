// SPDX-License-Identifier: Apache-2.0
#include "api/refusal_words.hpp"

#include "base/check.hpp"

namespace preau::api {

RefusalWords words_for_candidate(exam::Refusal refusal) {
    using enum exam::Refusal;
    switch (refusal) {
        case session_closed:
            return {410,
                    "Cette session n’est pas ouverte. Vérifiez le numéro auprès du surveillant.",
                    "session"};
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
            return {403, "Ce code d’accès n’est pas le bon. Relisez-le au tableau.", "access_code"};
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
        case question_not_opened:
            return {409,
                    "Cette question n’est pas encore ouverte. Ouvrez-la, ou passez la question."};
        case question_not_focused:
            return {409, "Cette question ne demande pas de rester sur la page."};
        case already_answered:
            return {409, "Cette question a déjà reçu une réponse."};
        case command_id_reused:
            return {409,
                    "Ce numéro d’envoi a déjà servi pour une autre réponse. Rechargez la page."};
        case answer_empty:
            return {422, "La réponse est vide. Répondez, ou passez la question.", "value"};
        case nothing_to_resume:
            return {409, "Aucun autre poste ne demande à reprendre le test de ce candidat."};
        case no_test_started:
            return {409, "Aucun candidat n’a commencé : la session ne peut pas être terminée."};
        case abort_reason_missing:
            return {409,
                    "Il manque la raison de l’abandon d’un test inachevé. Relisez la liste des "
                    "tests inachevés.",
                    "abort_reasons"};
        case abort_reason_unexpected:
            return {409,
                    "Un candidat a terminé entre-temps : retirez la raison de son abandon et "
                    "recommencez.",
                    "abort_reasons"};
        case already_finalised:
            return {409, "Cette session est déjà terminée et scellée."};
        case lack_of_questions:
            return {409,
                    "Le paquet d’épreuves n’a plus de question à poser. Appelez le surveillant."};
    }
    PREAU_UNREACHABLE();
}

RefusalWords words_for_invigilator(exam::Refusal refusal) {
    auto words = words_for_candidate(refusal);
    using enum exam::Refusal;
    if (refusal == session_closed)
        words = {410, "Cette session est terminée et scellée : plus rien n’y change."};
    if (refusal == candidate_unknown)
        words.title = "Aucun candidat de cette session ne porte ce numéro.";
    if (refusal == not_authorised)
        words.title = "La présence de ce candidat n’est pas confirmée, ou ne l’est plus.";
    return words;
}

}  // namespace preau::api
