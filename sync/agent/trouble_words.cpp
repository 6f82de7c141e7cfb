// SPDX-License-Identifier: Apache-2.0
#include "agent/trouble.hpp"
#include "base/check.hpp"

#include <algorithm>
#include <array>

namespace preau::agent {

namespace {

struct Row {
    Trouble trouble;
    std::string_view word;
    bool is_of_the_line;
    std::string_view sentence;
};

constexpr std::array kRows = {
    Row{Trouble::none, "none", false, ""},
    Row{Trouble::no_name, "no_name", true,
        "Ce réseau ne connaît pas l’adresse de la plateforme : il n’a sans doute pas accès à "
        "internet."},
    Row{Trouble::no_connection, "no_connection", true,
        "La plateforme ne répond pas. Vérifiez que le boîtier a accès à internet : câble, ou "
        "téléphone en partage de connexion."},
    Row{Trouble::not_trusted, "not_trusted", true,
        "Le réseau s’interpose entre le boîtier et la plateforme (inspection HTTPS). Rien n’est "
        "envoyé par là : demandez une exception à l’administrateur du réseau, ou prenez un autre "
        "accès."},
    Row{Trouble::too_slow, "too_slow", true,
        "La ligne est trop lente ou s’est tue. L’envoi reprendra où il s’est arrêté."},
    Row{Trouble::cut, "cut", true, "La ligne a été coupée. L’envoi reprendra où il s’est arrêté."},
    Row{Trouble::portal, "portal", true,
        "Le réseau a répondu à la place de la plateforme (page de connexion, filtrage). "
        "Connectez-vous à ce réseau, ou prenez un autre accès."},
    Row{Trouble::proxy_login, "proxy_login", true,
        "Le serveur mandataire (proxy) du réseau demande un identifiant : voyez l’administrateur "
        "du réseau."},
    Row{Trouble::busy, "busy", true,
        "La plateforme est occupée ou en panne. Elle sera rappelée : il n’y a rien à faire."},
    Row{Trouble::wrong_address, "wrong_address", true,
        "L’adresse de la plateforme est mal écrite dans la configuration du boîtier."},
    Row{Trouble::given_up, "given_up", true,
        "L’envoi a été arrêté. Il reprendra au prochain démarrage."},
    Row{Trouble::damaged_on_the_way, "damaged_on_the_way", false,
        "Des octets ont été changés en route. Ils seront envoyés à nouveau."},
    Row{Trouble::refused, "refused", false,
        "La plateforme refuse ce lot. Rien n’est effacé : appelez l’assistance avec le code de "
        "scellement."},
    Row{Trouble::verifying, "verifying", false,
        "La plateforme a le lot entier et le vérifie. L’accusé de réception viendra."},
    Row{Trouble::quarantined, "quarantined", false,
        "La plateforme a mis ce lot de côté : quelqu’un va l’examiner. Rien n’est perdu, il n’y a "
        "rien à renvoyer."},
    Row{Trouble::rejected, "rejected", false,
        "La plateforme n’a pas pu vérifier ce lot. Rien n’est effacé : appelez l’assistance avec "
        "le code de scellement."},
    Row{Trouble::contested, "contested", false,
        "La plateforme a reçu deux versions de cette session : quelqu’un va les examiner. Rien "
        "n’est effacé."},
    Row{Trouble::receipt_wrong, "receipt_wrong", false,
        "L’accusé reçu n’est pas signé par la plateforme pour cette session : il est ignoré, et "
        "rien n’est effacé."},
    Row{Trouble::unreadable, "unreadable", false,
        "Le lot scellé ne peut pas être lu sur le disque du boîtier : appelez l’assistance."},
    Row{Trouble::token_refused, "token_refused", false,
        "La plateforme ne reconnaît pas ce boîtier : son inscription est à refaire."},
    Row{Trouble::disk, "disk", false,
        "Le disque du boîtier refuse d’écrire : il est plein ou abîmé. Appelez l’assistance."},
    Row{Trouble::stick_gone, "stick_gone", false,
        "La clé USB a été retirée avant la fin. Rien n’est perdu : remettez-la, la copie "
        "recommencera."},
    Row{Trouble::stick_full, "stick_full", false,
        "La clé USB est pleine. Faites de la place ou prenez-en une autre : rien n’est perdu."},
    Row{Trouble::stick_read_only, "stick_read_only", false,
        "La clé USB est protégée contre l’écriture. Ôtez la protection ou prenez-en une autre."},
    Row{Trouble::stick_unreliable, "stick_unreliable", false,
        "La clé USB ne relit pas ce qui vient d’y être écrit. Prenez-en une autre : rien n’est "
        "perdu."},
};

const Row& row_of(Trouble trouble) {
    const auto found = std::ranges::find(kRows, trouble, &Row::trouble);
    PREAU_CHECK(found != kRows.end());
    return *found;
}

}  // namespace

bool is_of_the_line(Trouble trouble) { return row_of(trouble).is_of_the_line; }
std::string_view word(Trouble trouble) { return row_of(trouble).word; }
std::string_view sentence(Trouble trouble) { return row_of(trouble).sentence; }

}  // namespace preau::agent
