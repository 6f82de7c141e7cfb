// SPDX-License-Identifier: Apache-2.0
#include "adaptive/scoring.hpp"
#include "central/desk/answers.hpp"
#include "central/desk/reading.hpp"
#include "central/desk/referential.hpp"
#include "central/desk/verification_codes.hpp"
#include "exam/words.hpp"

#include <fmt/format.h>

namespace preau::central {

namespace {

constexpr std::string_view kLoginForm = R"(<form class="panel pad narrow" method="post">
<label for="jeton">Votre jeton d’accès
<span class="hint">32 caractères, remis par l’exploitant de la plateforme.</span></label>
<input type="password" id="jeton" name="acces" autocomplete="off" required>
<button>Se connecter</button>
</form>)";

constexpr std::string_view kCheckForm = R"(<form class="panel pad narrow" method="post">
<label for="code">Code de vérification
<span class="hint">Il est écrit sur le certificat : P- suivi de huit lettres ou chiffres.</span>
</label>
<input type="text" id="code" name="code" autocomplete="off" autocapitalize="characters"
 spellcheck="false" value="{}" required>
<button>Vérifier</button>
</form>)";

http::Response login_page(Call& call, std::string_view note, int status) {
    std::string body;
    if (!note.empty()) body = fmt::format(R"(<p class="note bad" role="alert">{}</p>)", note);
    return page(call.frame("Se connecter"), body.append(kLoginForm), status);
}

http::Response check_page(Call& call, std::string_view typed, std::string_view found,
                          int status = 200) {
    auto body = fmt::format(
        R"(<p class="lead">Le code d’un certificat suffit à savoir s’il est authentique.</p>{}{})",
        found, fmt::format(kCheckForm, escaped(typed)));
    return page(call.frame("Vérifier un certificat"), body, status);
}

std::string note(std::string_view kind, std::string_view text) {
    return fmt::format(R"(<p class="note {}" role="status">{}</p>)", kind, text);
}

std::string fact(std::string_view name, std::string_view value) {
    return fmt::format("<dt>{}</dt><dd>{}</dd>", name, value);
}

std::string day(WallTime time) {
    const auto iso = to_iso8601(time);
    return fmt::format("{}/{}/{}", iso.substr(8, 2), iso.substr(5, 2), iso.substr(0, 4));
}

std::string levels(const Candidacy& candidacy) {
    std::string rows;
    for (const auto& competence : referential()) {
        const auto found = candidacy.scored.levels.find(std::string(competence.code));
        const int level = found == candidacy.scored.levels.end() ? 0 : std::max(found->second, 0);
        rows +=
            fmt::format(R"(<tr><th scope="row">{}</th><td>{}</td><td class="number">{}</td></tr>)",
                        competence.code, competence.name, level);
    }
    return R"(<h2>Niveaux par compétence</h2><div class="panel"><table><thead><tr>)"
           R"(<th scope="col">Code</th><th scope="col">Compétence</th>)"
           R"(<th scope="col" class="number">Niveau</th></tr></thead><tbody>)" +
           rows + "</tbody></table></div>";
}

std::string certificate(const Readable& readable) {
    const auto& candidacy = readable.certification->candidacy;
    const auto& identity = candidacy.identity;
    const auto& mesh = adaptive::global_level(candidacy.scored.pix_score);
    const bool has_level = mesh.key != adaptive::kMeshes.front().key;
    auto facts = fact("Nom", escaped(identity.last_name)) +
                 fact("Prénom", escaped(identity.first_name)) +
                 fact("Naissance", escaped(identity.birthdate)) +
                 fact("Centre", escaped(readable.centre)) + fact("Passée le", day(readable.taken));
    if (readable.delivered) facts += fact("Délivrée le", day(*readable.delivered));
    facts +=
        fact("Score", fmt::format("{} sur {}", candidacy.scored.pix_score, readable.max_pix_score));
    if (has_level) facts += fact("Niveau global", escaped(mesh.label));
    return note("good", "Ce certificat est authentique.") +
           fmt::format(R"(<dl class="facts panel pad">{}</dl>)", facts) +
           (has_level ? levels(candidacy) : std::string{}) + "<h2>Vérifier un autre code</h2>";
}

std::string verdict(const std::optional<Readable>& readable) {
    if (!readable) return note("bad", "Aucun certificat ne porte ce code. Relisez-le.");
    if (!readable->certification)
        return note("warn",
                    "Cette certification est en attente : ses résultats ne sont pas publiés.");
    switch (readable->certification->status()) {
        case exam::ResultStatus::validated:
            return certificate(*readable);
        case exam::ResultStatus::rejected:
            return note("bad", "Cette certification n’a pas été obtenue.");
        case exam::ResultStatus::cancelled:
            return note("bad", "Cette certification a été annulée.");
    }
    PREAU_UNREACHABLE();
}

std::string cookie_header(std::string_view value, std::string_view age) {
    return fmt::format("{}={}; Path=/; HttpOnly; SameSite=Strict{}", kLoginCookie, value, age);
}

}  // namespace

http::Response get_login_page(Call& call) { return login_page(call, {}, 200); }

http::Response post_login(Call& call) {
    if (!call.desk.tries.logins.allow(call.request.peer))
        return login_page(call, "Trop d’essais. Attendez cinq minutes.", 429);
    const auto token = field(call.form, "acces");
    const auto cookie = call.access().log_in(token);
    if (!cookie) return storage_page(call, cookie.error());
    if (!*cookie)
        return login_page(call, "Ce jeton n’est pas valable, ou ne donne pas accès aux pages.",
                          403);
    const auto holder = call.access().find(token);
    if (!holder || !*holder) return login_page(call, "Réessayez.", 503);
    const bool is_jury = (*holder)->scopes.contains(Scope::jury);
    auto response = see_other(is_jury ? "/jury" : "/exploitation");
    response.headers.emplace_back("Set-Cookie", cookie_header(**cookie, ""));
    return response;
}

http::Response post_logout(Call& call) {
    if (auto out = call.access().log_out(call.cookie); !out) return storage_page(call, out.error());
    auto response = see_other("/connexion");
    response.headers.emplace_back("Set-Cookie", cookie_header("", "; Max-Age=0"));
    return response;
}

http::Response get_check_page(Call& call) { return check_page(call, "", ""); }

http::Response post_check_page(Call& call) {
    const auto typed = field(call.form, "code");
    if (!call.desk.tries.checks.allow(call.request.peer))
        return check_page(call, typed, note("bad", "Trop d’essais. Attendez une minute."), 429);
    const auto code = read_verification_code(typed);
    if (!code)
        return check_page(call, typed,
                          note("bad",
                               "Ce n’est pas un code : P- suivi de huit lettres ou chiffres, "
                               "sans A, E, I, O, U, L, N, S, Z, 0, 1, 5."));
    Reading reading(call);
    const auto found = reading.results.with_code(*code);
    if (!found) return storage_page(call, found.error());
    return check_page(call, typed, verdict(*found));
}

}  // namespace preau::central
