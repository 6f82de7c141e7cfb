// SPDX-License-Identifier: Apache-2.0
#include "central/desk/jury_words.hpp"

#include <array>

namespace preau::central {

namespace {

struct Said {
    std::string_view word, french;
};

// clang-format off
constexpr std::array kComments = {
    Said{"none",                                 ""},
    Said{"fraud",                                "Rejetée pour fraude"},
    Said{"lack_of_answers",                      "Trop peu de réponses"},
    Said{"lack_of_answers_for_technical_reason", "Trop peu de réponses, pour une raison technique"},
    Said{"zero_pix_score",                       "Score de 0"},
    Said{"cancelled_by_jury",                    "Annulée par le jury"},
};
constexpr std::array kToConfirm = {
    Said{"enrolled_late", "Inscrit après l’envoi de la liste"},
    Said{"enrolled",      "Inscrit après l’envoi de la liste"},
    Said{"moved",         "Changé de session après l’envoi de la liste"},
    Said{"certifiable",   "Déclaré certifiable après l’envoi de la liste"},
    Said{"window",        "Session ouverte hors de sa période autorisée"},
};
// clang-format on

template <std::size_t N>
std::string_view find(const std::array<Said, N>& said, std::string_view word) {
    for (const auto& one : said)
        if (one.word == word) return one.french;
    return word;
}

}  // namespace

std::string_view in_french(Act act) {
    switch (act) {
        case Act::cancel:
            return "Annuler la certification";
        case Act::uncancel:
            return "Rétablir la certification annulée";
        case Act::reject_for_fraud:
            return "Rejeter pour fraude";
        case Act::unreject:
            return "Lever le rejet pour fraude";
        case Act::correct_identity:
            return "Corriger l’identité";
        case Act::comment:
            return "Écrire un commentaire";
        case Act::rescore:
            return "Recalculer le score";
        case Act::confirm:
            return "Confirmer";
        case Act::settle:
            return "Choisir la certification qui compte";
        case Act::publish:
            return "Publier la session";
    }
    PREAU_UNREACHABLE();
}

std::string_view in_french(Audience audience) {
    switch (audience) {
        case Audience::candidate:
            return "pour le candidat";
        case Audience::organisation:
            return "pour l’établissement";
        case Audience::jury:
            return "pour le jury seulement";
    }
    PREAU_UNREACHABLE();
}

std::string_view in_french(Doubt doubt) {
    switch (doubt) {
        case Doubt::none:
            return "";
        case Doubt::order_open:
            return "Les horloges des boîtiers ne disent pas laquelle a été passée en dernier.";
        case Doubt::retake_not_validated:
            return "La dernière a été annulée ou rejetée.";
    }
    PREAU_UNREACHABLE();
}

std::string_view in_french(exam::ResultStatus status) {
    switch (status) {
        case exam::ResultStatus::validated:
            return "Validée";
        case exam::ResultStatus::rejected:
            return "Non obtenue";
        case exam::ResultStatus::cancelled:
            return "Annulée";
    }
    PREAU_UNREACHABLE();
}

std::string_view kind_of(exam::ResultStatus status) {
    return status == exam::ResultStatus::validated ? "good" : "bad";
}

std::string_view comment_in_french(std::string_view word) { return find(kComments, word); }
std::string_view to_confirm_in_french(std::string_view what) { return find(kToConfirm, what); }

}  // namespace preau::central
