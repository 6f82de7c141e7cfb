// SPDX-License-Identifier: Apache-2.0
#include "tool/demo_words.hpp"

#include <fmt/format.h>

namespace preau::tool {

namespace {

constexpr const char* kWelcome = R"(
Préau est prêt.

  Page des candidats     http://localhost:{box}/
  Page du surveillant    http://localhost:{box}/surveillant
  Plateforme centrale    http://localhost:{central}/

  Numéro de session      {number}
  Code d’accès           {access_code}
  Mot de passe           {password}   (surveillant)
  Code du jour           {day_code}   (déjà donné ici ; un vrai boîtier
                         l’attend à chaque démarrage)
  Un élève de la classe  {pupil}
  Le lien de sa fiche    http://localhost:{box}/#{number}.{code}

Que faire :
  1. Sur la page du surveillant, entrez avec le numéro de session et le mot de passe.
  2. Dans un autre onglet, sur la page des candidats, rejoignez la session avec cette identité
     (ou ouvrez le lien de sa fiche, celui du code QR imprimé).
  3. Le surveillant confirme la présence ; le candidat tape le code d’accès et répond.
  4. Le surveillant termine la session : l’accusé signé de la plateforme s’affiche.

Le mot de passe et le code du jour restent écrits dans {state} pour cette démonstration
seulement : un vrai boîtier ne garde que l’empreinte de l’un, et rien de l’autre. Ctrl-C
arrête tout.
)";

/// Takes the text up to the separator off the front.
std::string_view take(std::string_view& text, char separator) {
    const auto end = text.find(separator);
    const auto taken = text.substr(0, end);
    text.remove_prefix(end == text.npos ? text.size() : end + 1);
    return taken;
}

std::string first_code(const DemoSession& session) {
    const auto& codes = session.opened.personal_codes;
    return codes.empty() ? std::string() : codes.front();
}

}  // namespace

std::string first_pupil(std::string_view roster) {
    (void)take(roster, '\n');  // the names of the columns
    auto row = take(roster, '\n');
    const auto last_name = take(row, ';');
    const auto first_name = take(row, ';');
    return fmt::format("{} / {} / {}", last_name, first_name, take(row, ';'));
}

std::string demo_welcome(const Ports& ports, const DemoSession& session, std::string_view roster,
                         const std::filesystem::path& state_file) {
    return fmt::format(
        kWelcome, fmt::arg("box", ports.box), fmt::arg("central", ports.central),
        fmt::arg("number", session.opened.number),
        fmt::arg("access_code", session.opened.access_code),
        fmt::arg("password", session.opened.invigilator_password),
        fmt::arg("day_code", session.opened.day_code), fmt::arg("pupil", first_pupil(roster)),
        fmt::arg("code", first_code(session)), fmt::arg("state", state_file.string()));
}

}  // namespace preau::tool
