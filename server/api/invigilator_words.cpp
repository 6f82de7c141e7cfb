// SPDX-License-Identifier: Apache-2.0
#include "api/refusal_words.hpp"

namespace preau::api {

/// Said of the candidate, to whoever watches the room: what happened, what to do.
RefusalWords words_for_invigilator(exam::Refusal refusal) {
    using enum exam::Refusal;
    switch (refusal) {
        case session_closed:
            return {410, "Cette session est terminée et scellée : plus rien n’y change."};
        case candidate_unknown:
            return {404, "Aucun candidat de cette session ne porte ce numéro."};
        case candidate_absent:
            return {409, "Ce candidat n’a pas encore rejoint la session."};
        case not_authorised:
            return {403, "La présence de ce candidat n’est pas confirmée, ou ne l’est plus."};
        case already_started:
            return {409, "Le test de ce candidat a déjà commencé."};
        case not_started:
            return {409, "Le test de ce candidat n’a pas commencé."};
        case test_ended:
            return {410, "Le test de ce candidat est terminé : cela n’y change plus rien."};
        case nothing_to_resume:
            return {409, "Aucun autre poste ne demande à reprendre le test de ce candidat."};
        case nothing_to_settle:
            return {409,
                    "Ce candidat n’a plus de signalement ouvert : il a été traité entre-temps."};
        case category_not_offered:
            return {422,
                    "Cette catégorie ne va pas avec la question posée. Choisissez-en une de la "
                    "liste.",
                    "category"};
        case interruption_unknown:
            return {409,
                    "Cette interruption n’existe pas, ou n’est pas finie. Relisez la fiche du "
                    "candidat.",
                    "interruption"};
        case description_missing:
            return {422, "Décrivez l’incident en quelques mots.", "description"};
        case report_open:
            return {409,
                    "Un signalement attend encore votre décision : traitez-le, puis terminez la "
                    "session."};
        case too_many_changes:
            return {409, "Trop de messages ont été envoyés dans cette session."};
        default:
            return words_for_candidate(refusal);
    }
}

}  // namespace preau::api
