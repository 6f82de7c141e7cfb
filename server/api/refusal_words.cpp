// SPDX-License-Identifier: Apache-2.0
#include "api/refusal_words.hpp"

#include "base/check.hpp"

namespace preau::api {

namespace {

/// Until the first question.
RefusalWords at_the_door(exam::Refusal refusal) {
    using enum exam::Refusal;
    switch (refusal) {
        case session_closed:
            return {410,
                    "Cette session n’est pas ouverte. Vérifiez le numéro auprès du surveillant.",
                    "session"};
        case candidate_unknown:
            return {404,
                    "Aucun candidat de cette session ne porte ce nom, ce prénom et cette date de "
                    "naissance. Vérifiez-les avec la feuille d’émargement."};
        case several_candidates:
            return {
                409,
                "Plusieurs candidats de cette session portent ce nom et cette date de naissance. "
                "Demandez votre code personnel au surveillant."};
        case code_unknown:
            return {404,
                    "Aucun candidat de cette session n’a ce code personnel. Relisez-le sur votre "
                    "fiche, ou entrez avec votre nom.",
                    "code"};
        case device_in_use:
            return {409,
                    "Ce poste est déjà celui d’un autre candidat. Rechargez la page, puis "
                    "recommencez."};
        case presence_confirmed:
            return {409,
                    "Le surveillant a déjà confirmé votre présence. Si ce n’est pas vous, "
                    "appelez-le."};
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
        case lockdown_missing:
            return {423,
                    "Cette session demande un navigateur verrouillé, et ce poste ne l’a pas, ou ne "
                    "l’a plus. Appelez le surveillant."};
        default:
            PREAU_UNREACHABLE();
    }
}

/// During the test.
RefusalWords at_a_question(exam::Refusal refusal) {
    using enum exam::Refusal;
    switch (refusal) {
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
        case report_open:
            return {423,
                    "Un signalement attend le surveillant. Le temps est arrêté, votre réponse est "
                    "gardée sur ce poste."};
        case paused:
            return {423,
                    "Le surveillant a mis le test en pause. Le temps est arrêté, votre réponse est "
                    "gardée sur ce poste."};
        case too_many_changes:
            return {409, "Ce réglage a déjà été changé trop souvent pendant cette session."};
        case lack_of_questions:
            return {409,
                    "Le paquet d’épreuves n’a plus de question à poser. Appelez le surveillant."};
        default:
            PREAU_UNREACHABLE();
    }
}

/// Of what only an invigilator or the office does.
RefusalWords at_an_act(exam::Refusal refusal) {
    using enum exam::Refusal;
    switch (refusal) {
        case already_opened:
            return {409, "Cette session est déjà ouverte."};
        case nothing_to_settle:
            return {409, "Aucun signalement de ce candidat n’attend de décision."};
        case category_not_offered:
            return {422, "Cette catégorie ne convient pas à la question signalée.", "category"};
        case interruption_unknown:
            return {409, "Cette interruption n’existe pas, ou n’est pas terminée.", "interruption"};
        case description_missing:
            return {422, "Cette catégorie demande une description.", "description"};
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
        case already_enrolled:
            return {409, "Cette personne est déjà sur la liste de la session."};
        case session_full:
            return {409, "La session a déjà 512 candidats : personne ne peut être ajouté."};
        default:
            PREAU_UNREACHABLE();
    }
}

}  // namespace

RefusalWords words_for_candidate(exam::Refusal refusal) {
    using enum exam::Refusal;
    switch (refusal) {
        case session_closed:
        case candidate_unknown:
        case several_candidates:
        case code_unknown:
        case device_in_use:
        case presence_confirmed:
        case access_code_wrong:
        case candidate_absent:
        case not_authorised:
        case already_started:
        case lockdown_missing:
            return at_the_door(refusal);
        case not_started:
        case test_ended:
        case wrong_question:
        case question_not_opened:
        case question_not_focused:
        case already_answered:
        case command_id_reused:
        case answer_empty:
        case report_open:
        case paused:
        case too_many_changes:
        case lack_of_questions:
            return at_a_question(refusal);
        case already_opened:
        case nothing_to_settle:
        case category_not_offered:
        case interruption_unknown:
        case description_missing:
        case nothing_to_resume:
        case no_test_started:
        case abort_reason_missing:
        case abort_reason_unexpected:
        case already_finalised:
        case already_enrolled:
        case session_full:
            return at_an_act(refusal);
    }
    PREAU_UNREACHABLE();
}

}  // namespace preau::api
