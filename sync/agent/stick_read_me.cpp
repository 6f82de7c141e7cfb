// SPDX-License-Identifier: Apache-2.0
#include "agent/stick.hpp"

namespace preau::agent {

// Mark and line ends of Windows: the oldest Notepad reads it too.
std::string_view stick_read_me() {
    return "\xEF\xBB\xBFPRÉAU – CLÉ DE TRANSPORT\r\n"
           "\r\n"
           "Cette clé porte des sessions de certification du boîtier Préau vers la plateforme,\r\n"
           "et rapporte au boîtier ce que la plateforme lui envoie.\r\n"
           "\r\n"
           "Vous pouvez la confier, la perdre, la copier : tout y est chiffré et signé. "
           "Personne\r\n"
           "ne peut lire les réponses ni les noms, et rien ne peut être changé sans que cela se\r\n"
           "voie. Le boîtier garde ses sessions tant que la plateforme n’a pas donné son "
           "accusé.\r\n"
           "\r\n"
           "QUE FAIRE\r\n"
           "\r\n"
           "1. Branchez la clé sur n’importe quel ordinateur relié à internet.\r\n"
           "2. Ouvrez la page de dépôt de la plateforme et déposez-y tous les fichiers du "
           "dossier\r\n"
           "   « vers-la-plateforme » (.preau et .preau.sig). Aucun compte n’est demandé.\r\n"
           "3. Si la page vous propose des fichiers pour le boîtier, enregistrez-les dans le\r\n"
           "   dossier « vers-le-boitier ».\r\n"
           "4. Rebranchez la clé sur le boîtier : il prend ce qui est pour lui. La page du\r\n"
           "   secrétariat (/bureau) dit alors, pour chaque session, si elle est bien reçue.\r\n"
           "\r\n"
           "Déposer deux fois le même fichier ne fait pas de mal.\r\n"
           "Ne renommez pas les fichiers. N’effacez ceux de « vers-la-plateforme » que lorsque "
           "la\r\n"
           "page du secrétariat dit « Reçue ».\r\n";
}

}  // namespace preau::agent
