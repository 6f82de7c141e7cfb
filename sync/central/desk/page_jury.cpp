// SPDX-License-Identifier: Apache-2.0
#include "central/desk/answers.hpp"
#include "central/desk/jury_words.hpp"
#include "central/desk/proposals.hpp"
#include "central/desk/reading.hpp"

#include <fmt/format.h>

namespace preau::central {

namespace {

constexpr char kSessions[] =
    "SELECT s.session, a.number, a.centre, a.uai, s.is_contested, a.not_before, "
    "(SELECT count(d.number) FROM jury_decision d WHERE d.session = s.session) "
    "FROM exam_session s JOIN authorised_session a ON a.session = s.session "
    "WHERE ($1 = '' OR a.number = $1) ORDER BY a.not_before DESC, s.session LIMIT 200";
constexpr char kSession[] =
    "SELECT a.number, a.centre, a.uai, a.box, s.is_contested FROM exam_session s "
    "JOIN authorised_session a ON a.session = s.session WHERE s.session = $1";

struct Head {
    std::string number, centre, uai, box;
    bool is_contested = false;
};

Result<std::optional<Head>> head_of(Call& call, const SessionId& session) {
    const auto rows = call.desk.database.query(kSession, session);
    if (!rows) return fail(rows.error());
    if (rows->empty()) return std::optional<Head>();
    const auto row = (*rows)[0];
    return std::optional(
        Head{row.text(0), row.text(1), row.text(2), row.text(3), row.integer(4) != 0});
}

std::string state(std::string_view kind, std::string_view text) {
    return fmt::format(R"(<span class="state {}">{}</span>)", kind, text);
}

std::string session_state(const JuryFile& file, bool is_contested) {
    if (is_contested) return state("bad", "Contestée");
    if (!file.to_confirm().empty()) return state("warn", "À confirmer");
    if (!file.publication()) return state("warn", "À publier");
    if (file.has_changed_since_publication()) return state("warn", "Modifiée depuis");
    return state("good", "Publiée");
}

std::string status_state(const Certification& certification) {
    return state(kind_of(certification.status()), in_french(certification.status()));
}

std::string name_of(const exam::Identity& identity) {
    return escaped(identity.last_name + " " + identity.first_name);
}

http::Response not_found(Call& call) {
    return page(
        call.frame("Cette session n’est pas là"),
        fmt::format(R"(<p class="lead">{}</p><p><a href="/jury">Toutes les sessions</a></p>)",
                    refusal_sentence("session_unknown")),
        404);
}

std::string candidates_table(const JuryFile& file) {
    std::string rows;
    for (const auto& [number, certification] : file.certifications())
        rows += fmt::format(
            R"(<tr><th scope="row"><a href="/jury/{0}/{1}">{2}</a></th>)"
            R"(<td data-label="Classe">{3}</td><td data-label="Résultat">{4} {5}</td>)"
            R"(<td data-label="Score" class="number">{6}</td></tr>)",
            file.session().hex(), number.value, name_of(certification.candidacy.identity),
            escaped(certification.candidacy.group), status_state(certification),
            comment_in_french(certification.automatic_comment()),
            certification.candidacy.scored.pix_score);
    return fmt::format(
        R"(<h2>Candidats</h2><div class="panel"><table class="wide"><thead><tr>)"
        R"(<th scope="col">Candidat</th><th scope="col">Classe</th>)"
        R"(<th scope="col">Résultat</th>)"
        R"(<th scope="col" class="number">Score</th></tr></thead><tbody>{}</tbody></table></div>)",
        rows);
}

std::string decision_item(const Decision& decision) {
    std::string what = std::string(in_french(decision.act));
    if (decision.candidate) what += fmt::format(" (candidat {})", decision.candidate->value);
    std::string more;
    if (decision.identity) more = "Nouvelle identité : " + name_of(*decision.identity);
    if (decision.audience)
        more = fmt::format("{} : « {} »", in_french(*decision.audience), escaped(decision.comment));
    if (decision.scored) more = fmt::format("Score : {}", decision.scored->pix_score);
    return fmt::format(R"(<li><strong>{}. {}</strong><p>{}, {}{}{}</p>{}</li>)", decision.number,
                       what, escaped(decision.by), time_element(decision.at),
                       decision.why.empty() ? "" : " : ", escaped(decision.why),
                       more.empty() ? std::string{} : "<p>" + more + "</p>");
}

std::string decisions_list(const JuryFile& file, std::optional<CandidateNumber> only) {
    std::string items;
    for (const auto& decision : file.decisions())
        if (!only || decision.candidate == only || decision.act == Act::publish)
            items += decision_item(decision);
    if (items.empty()) items = R"(<li><p>Aucune décision.</p></li>)";
    return fmt::format(R"(<h2>Décisions</h2><ul class="steps panel">{}</ul>)", items);
}

std::string hidden(std::string_view name, std::string_view value) {
    return fmt::format(R"(<input type="hidden" name="{}" value="{}">)", name, escaped(value));
}

std::string form(const SessionId& session, std::string_view cookie, std::string_view fields) {
    return fmt::format(R"(<form method="post" action="/jury/{}/decisions">{}{}</form>)",
                       session.hex(), form_token_field(cookie), fields);
}

std::string reason_field(std::string_view id, bool is_required) {
    return fmt::format(
        R"(<label for="why-{0}">Raison{1}</label>)"
        R"(<textarea id="why-{0}" name="why" maxlength="900"{2}></textarea>)",
        id, R"(<span class="hint">Conservée avec votre nom, lue par le jury seulement.</span>)",
        is_required ? " required" : "");
}

std::string to_confirm_list(const JuryFile& file, std::string_view cookie) {
    std::string items;
    for (const auto& item : file.to_confirm()) {
        const auto subject =
            item.candidate ? fmt::format("Candidat {} : ", item.candidate->value) : std::string{};
        const auto id = item.candidate ? std::to_string(item.candidate->value) : "session";
        items += fmt::format(
            "<li><strong>{}{}</strong><p>{}</p><details><summary>Confirmer</summary>{}</details></"
            "li>",
            subject, escaped(to_confirm_in_french(item.what)), escaped(item.why),
            form(file.session(), cookie,
                 hidden("act", "confirm") +
                     (item.candidate ? hidden("candidate", id) : std::string{}) +
                     reason_field("confirm-" + id, true) + "<button>Relire</button>"));
    }
    if (items.empty()) return {};
    return fmt::format(R"(<h2>À confirmer</h2><ul class="steps panel">{}</ul>)", items);
}

std::string pairs_list(const JuryFile& file, std::span<const OpenPair> pairs,
                       std::string_view cookie) {
    std::string items;
    for (const auto& pair : pairs) {
        std::vector<AttemptId> ids;
        for (const auto& kept : pair.attempts) ids.push_back(kept.id);
        for (const auto& kept : pair.attempts) {
            if (kept.id.session != file.session()) continue;
            const auto id = fmt::format("{}", kept.id.candidate.value);
            items += fmt::format(
                "<li><strong>{}</strong><p>{} {} certifications de la même personne.</p>"
                "<details><summary>Retenir celle de cette session</summary>{}</details></li>",
                name_of(kept.candidacy.identity), in_french(pair.doubt), pair.attempts.size(),
                form(file.session(), cookie,
                     hidden("act", "settle") + hidden("candidate", id) +
                         hidden("considered", attempts_text(ids)) +
                         reason_field("settle-" + id, true) + "<button>Relire</button>"));
        }
    }
    if (items.empty()) return {};
    return fmt::format(R"(<h2>Quelle certification compte ?</h2><ul class="steps panel">{}</ul>)",
                       items);
}

std::string publish_form(const JuryFile& file, bool is_contested, std::string_view cookie) {
    Decision publish;
    publish.act = Act::publish;
    if (is_contested)
        return fmt::format(R"(<p class="note bad">{}</p>)", refusal_sentence("session_contested"));
    const auto code = file.refusal(publish);
    if (code == "to_confirm")
        return fmt::format(R"(<p class="note warn">{}</p>)", refusal_sentence(*code));
    if (code) return {};
    return form(file.session(), cookie,
                hidden("act", "publish") +
                    "<p class=\"lead\">Publier rend ces résultats lisibles par les candidats, leur "
                    "établissement et les plateformes, et les envoie au boîtier.</p>"
                    "<button>Publier cette session</button>");
}

std::string facts_of(const Head& head, const std::string& session_state_text) {
    return fmt::format(R"(<dl class="facts panel pad"><dt>Centre</dt><dd>{} {}</dd>)"
                       R"(<dt>Boîtier</dt><dd>{}</dd><dt>État</dt><dd>{}</dd></dl>)",
                       escaped(head.centre), escaped(head.uai), escaped(head.box),
                       session_state_text);
}

std::string note_of(std::string_view note, bool is_good) {
    if (note.empty()) return {};
    return fmt::format(R"(<p class="note {}" role="status">{}</p>)", is_good ? "good" : "bad",
                       note);
}

}  // namespace

http::Response get_jury_page(Call& call) {
    const auto query = read_form(call.request.query);
    const auto number = query ? field(*query, "numero") : std::string{};
    const auto rows = call.desk.database.query(kSessions, number);
    if (!rows) return storage_page(call, rows.error());
    std::string lines;
    for (std::size_t i = 0; i < rows->size(); ++i) {
        const auto row = (*rows)[i];
        lines +=
            fmt::format(R"(<tr><th scope="row"><a href="/jury/{}">{}</a></th>)"
                        R"(<td data-label="Centre">{} {}</td><td data-label="Autorisée du">{}</td>)"
                        R"(<td data-label="Décisions" class="number">{}</td>)"
                        R"(<td data-label="État">{}</td></tr>)",
                        to_hex(row.blob(0)), escaped(row.text(1)), escaped(row.text(2)),
                        escaped(row.text(3)), time_element({row.integer(5)}), row.integer(6),
                        row.integer(4) != 0 ? state("bad", "Contestée") : std::string{});
    }
    auto body = fmt::format(
        R"(<form class="panel pad narrow" method="get">)"
        R"(<label for="numero">Numéro de session</label>)"
        R"(<input type="text" id="numero" name="numero" inputmode="numeric" value="{}">)"
        R"(<button>Chercher</button></form><h2>Sessions reçues</h2>)",
        escaped(number));
    body += lines.empty()
                ? std::string(R"(<div class="panel"><p class="empty">Aucune session.</p></div>)")
                : fmt::format(
                      R"(<div class="panel"><table class="wide"><thead><tr>)"
                      R"(<th scope="col">Session</th><th scope="col">Centre</th>)"
                      R"(<th scope="col">Autorisée du</th>)"
                      R"(<th scope="col" class="number">Décisions</th><th scope="col">État</th>)"
                      R"(</tr></thead><tbody>{}</tbody></table></div>)",
                      lines);
    return page(call.frame("Jury"), body);
}

namespace {

http::Response show_session(Call& call, const SessionId& session, std::string_view note,
                            int status) {
    const auto head = head_of(call, session);
    if (!head) return storage_page(call, head.error());
    Reading reading(call);
    const auto file = reading.jury.open(session);
    if (!file) return storage_page(call, file.error());
    if (!*head || !*file) return not_found(call);
    const auto pairs = reading.results.open_pairs(session);
    if (!pairs) return storage_page(call, pairs.error());
    const auto title = fmt::format("Session {}", (*head)->number);
    const auto body = note_of(note, status == 200) +
                      facts_of(**head, session_state(**file, (*head)->is_contested)) +
                      publish_form(**file, (*head)->is_contested, call.cookie) +
                      to_confirm_list(**file, call.cookie) +
                      pairs_list(**file, *pairs, call.cookie) + candidates_table(**file) +
                      decisions_list(**file, std::nullopt);
    return page(call.frame(title), body, status);
}

std::string act_panel(const JuryFile& file, const Certification& now, Act act,
                      std::string_view cookie, std::string_view fields, bool needs_reason) {
    const auto candidate = std::to_string(now.candidacy.number.value);
    return fmt::format(
        R"(<details class="panel pad"><summary>{}</summary>{}</details>)", in_french(act),
        form(file.session(), cookie,
             hidden("act", word(act)) + hidden("candidate", candidate) + std::string(fields) +
                 (needs_reason ? reason_field(word(act), true) : std::string{}) +
                 "<button>Relire</button>"));
}

std::string identity_fields(const exam::Identity& identity) {
    return fmt::format(
        R"(<label for="last_name">Nom de naissance</label>)"
        R"(<input type="text" id="last_name" name="last_name" required maxlength="100" value="{}">)"
        R"(<label for="first_name">Prénom</label>)"
        R"(<input type="text" id="first_name" name="first_name" maxlength="100" value="{}">)"
        R"(<label for="birthdate">Date de naissance</label>)"
        R"(<input type="date" id="birthdate" name="birthdate" required value="{}">)",
        escaped(identity.last_name), escaped(identity.first_name), escaped(identity.birthdate));
}

std::string comment_fields() {
    std::string options;
    for (const auto audience : {Audience::candidate, Audience::organisation, Audience::jury})
        options +=
            fmt::format(R"(<option value="{}">{}</option>)", word(audience), in_french(audience));
    return fmt::format(
        R"(<label for="audience">Lu</label><select id="audience" name="audience">{}</select>)"
        R"(<label for="comment">Commentaire<span class="hint">Vide : l’ancien est retiré.</span>)"
        R"(</label><textarea id="comment" name="comment" maxlength="900"></textarea>)",
        options);
}

std::string act_panels(const JuryFile& file, const Certification& now, const Call& call) {
    const auto panel = [&](Act act, std::string_view fields = "", bool needs_reason = true) {
        return act_panel(file, now, act, call.cookie, fields, needs_reason);
    };
    auto panels = panel(now.is_cancelled ? Act::uncancel : Act::cancel) +
                  panel(now.is_fraud ? Act::unreject : Act::reject_for_fraud) +
                  panel(Act::correct_identity, identity_fields(now.candidacy.identity)) +
                  panel(Act::comment, comment_fields(), false);
    if (call.desk.score_again) panels += panel(Act::rescore);
    return "<h2>Décider</h2>" + panels;
}

std::string certification_facts(const Certification& certification) {
    const auto& candidacy = certification.candidacy;
    auto facts = fmt::format(
        "<dt>Naissance</dt><dd>{}</dd><dt>Classe</dt><dd>{}</dd>"
        "<dt>Résultat</dt><dd>{} {}</dd><dt>Score</dt><dd>{}</dd>"
        "<dt>Code de vérification</dt><dd><code>{}</code></dd>",
        escaped(candidacy.identity.birthdate), escaped(candidacy.group),
        status_state(certification), comment_in_french(certification.automatic_comment()),
        candidacy.scored.pix_score, escaped(candidacy.verification_code));
    for (const auto& [audience, text] : certification.comments)
        if (!text.empty())
            facts += fmt::format("<dt>Commentaire {}</dt><dd>{}</dd>", in_french(audience),
                                 escaped(text));
    return fmt::format(R"(<dl class="facts panel pad">{}</dl>)", facts);
}

/// Everything of the form again, for a second look before it counts.
http::Response confirmation(Call& call, const SessionId& session, const Proposal& proposal) {
    std::string fields, said;
    for (const auto& [name, value] : call.form)
        if (name != "jeton" && name != "confirme") fields += hidden(name, value);
    const auto add = [&](std::string_view name, const std::string& value) {
        if (!value.empty()) said += fmt::format("<dt>{}</dt><dd>{}</dd>", name, escaped(value));
    };
    add("Décision", std::string(in_french(proposal.act)));
    if (proposal.candidate) add("Candidat", std::to_string(proposal.candidate->value));
    add("Raison", proposal.why);
    if (proposal.identity)
        add("Identité", proposal.identity->last_name + " " + proposal.identity->first_name + ", " +
                            proposal.identity->birthdate);
    if (proposal.audience) add("Lu", std::string(in_french(*proposal.audience)));
    add("Commentaire", proposal.comment);
    if (proposal.scored) add("Score recalculé", std::to_string(proposal.scored->pix_score));
    add("Décidé par", proposal.by);
    const auto body = fmt::format(
        R"(<p class="lead">Cette décision sera signée et conservée : elle ne pourra pas être )"
        R"(effacée, seulement suivie d’une autre.</p><dl class="facts panel pad">{}</dl>{})"
        R"(<p><a href="/jury/{}">Ne rien décider</a></p>)",
        said,
        form(session, call.cookie,
             fields + hidden("confirme", "oui") + "<button>Confirmer la décision</button>"),
        session.hex());
    return page(call.frame("Relire la décision"), body);
}

}  // namespace

http::Response get_session_page(Call& call) {
    const auto session = SessionId::from_hex(call.wildcards.front());
    return session ? show_session(call, *session, {}, 200) : not_found(call);
}

http::Response get_candidate_page(Call& call) {
    const auto session = SessionId::from_hex(call.wildcards[0]);
    if (!session) return not_found(call);
    Reading reading(call);
    const auto file = reading.jury.open(*session);
    if (!file) return storage_page(call, file.error());
    if (!*file) return not_found(call);
    for (const auto& [number, certification] : (*file)->certifications()) {
        if (std::to_string(number.value) != call.wildcards[1]) continue;
        const auto& identity = certification.candidacy.identity;
        const auto title = identity.last_name + " " + identity.first_name;
        const auto body =
            fmt::format(R"(<p><a href="/jury/{}">Toute la session</a></p>)", session->hex()) +
            certification_facts(certification) + act_panels(**file, certification, call) +
            decisions_list(**file, number);
        return page(call.frame(title), body);
    }
    return not_found(call);
}

http::Response post_decision_page(Call& call) {
    const auto session = SessionId::from_hex(call.wildcards.front());
    if (!session) return not_found(call);
    const auto proposal = proposal_of_form(call, *session);
    if (!proposal) return show_session(call, *session, refusal_sentence("decision_malformed"), 400);
    if (field(call.form, "confirme") != "oui") return confirmation(call, *session, *proposal);
    Reading reading(call);
    const auto done = reading.jury.decide(*proposal);
    if (!done)
        return show_session(call, *session, refusal_sentence(done.error().code),
                            done.error().code == "storage_failed" ? 503 : 409);
    return show_session(call, *session, "La décision est signée et enregistrée.", 200);
}

}  // namespace preau::central
