// SPDX-License-Identifier: Apache-2.0
#include "central/desk/answers.hpp"

namespace preau::central {

namespace desk_text {
extern const std::string_view drop_script, style;
}  // namespace desk_text

namespace {

constexpr std::string_view kBody = R"(<p class="lead">Le boîtier n’a pas de réseau ? Apportez ses
fichiers ici, depuis n’importe quel ordinateur. Ils sont chiffrés et signés : personne ne peut les
lire ni les changer en chemin, et aucun compte n’est nécessaire.</p>
<ol>
<li>Sur la clé USB, ouvrez le dossier <code>PREAU</code>, puis <code>vers-la-plateforme</code>.</li>
<li>Choisissez ou déposez ici les fichiers <code>.preau</code> et <code>.preau.sig</code>.</li>
<li>Enregistrez l’accusé dans le dossier <code>vers-le-boitier</code>, et rapportez la clé.</li>
</ol>
<label class="drop"><input type="file" id="fichiers" multiple accept=".preau,.sig">
Déposez les fichiers ici, ou choisissez-les
<span class="hint">Jusqu’à 64 Mio par session ; l’envoi reprend s’il est interrompu.</span></label>
<p id="message" role="alert"></p>
<ul class="steps panel" id="lots" aria-live="polite"></ul>
<noscript><p class="note bad">Cette page a besoin de JavaScript pour envoyer les fichiers.</p>
</noscript>)";

http::Response text(std::string_view type, std::string_view body) {
    http::Response response;
    response.headers = {{"Content-Type", std::string(type)}};
    response.body = body;
    return response;
}

}  // namespace

http::Response get_style(Call&) { return text("text/css; charset=utf-8", desk_text::style); }

http::Response get_drop_script(Call&) {
    return text("text/javascript; charset=utf-8", desk_text::drop_script);
}

http::Response get_drop_page(Call&) {
    return page({.title = "Déposer des sessions scellées", .script = "/depot.js"}, kBody);
}

}  // namespace preau::central
