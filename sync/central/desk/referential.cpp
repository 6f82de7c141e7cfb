// SPDX-License-Identifier: Apache-2.0
#include "central/desk/referential.hpp"

#include <array>

namespace preau::central {

namespace {

constexpr std::string_view kInformation = "Information et données";
constexpr std::string_view kCommunication = "Communication et collaboration";
constexpr std::string_view kContent = "Création de contenu";
constexpr std::string_view kProtection = "Protection et sécurité";
constexpr std::string_view kEnvironment = "Environnement numérique";

// clang-format off
constexpr std::array kCompetences = {
    Competence{"1.1", "Mener une recherche et une veille d’information",        "1", kInformation},
    Competence{"1.2", "Gérer des données",                                      "1", kInformation},
    Competence{"1.3", "Traiter des données",                                    "1", kInformation},
    Competence{"2.1", "Interagir",                                              "2", kCommunication},
    Competence{"2.2", "Partager et publier",                                    "2", kCommunication},
    Competence{"2.3", "Collaborer",                                             "2", kCommunication},
    Competence{"2.4", "S’insérer dans le monde numérique",                      "2", kCommunication},
    Competence{"3.1", "Développer des documents textuels",                      "3", kContent},
    Competence{"3.2", "Développer des documents multimédia",                    "3", kContent},
    Competence{"3.3", "Adapter les documents à leur finalité",                  "3", kContent},
    Competence{"3.4", "Programmer",                                             "3", kContent},
    Competence{"4.1", "Sécuriser l’environnement numérique",                    "4", kProtection},
    Competence{"4.2", "Protéger les données personnelles et la vie privée",     "4", kProtection},
    Competence{"4.3", "Protéger la santé, le bien-être et l’environnement",     "4", kProtection},
    Competence{"5.1", "Résoudre des problèmes techniques",                      "5", kEnvironment},
    Competence{"5.2", "Construire un environnement numérique",                  "5", kEnvironment},
};
// clang-format on

}  // namespace

std::span<const Competence> referential() { return kCompetences; }

}  // namespace preau::central
