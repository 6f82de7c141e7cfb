// SPDX-License-Identifier: Apache-2.0
#include "central/desk/answers.hpp"
#include "central/desk/operations.hpp"
#include "json/fields.hpp"
#include "json/read.hpp"

#include <fmt/format.h>

namespace preau::central {

namespace {

constexpr std::size_t kReasonBytesMax = 1000;

struct Named {
    std::string_view name, kind;  ///< French word, and its colour
};

Named named(SessionStanding standing) {
    switch (standing) {
        case SessionStanding::authorised:
            return {"Autorisée", ""};
        case SessionStanding::announced:
            return {"Annoncée", "warn"};
        case SessionStanding::received:
            return {"Reçue", "good"};
        case SessionStanding::contested:
            return {"Contestée", "bad"};
        case SessionStanding::missing:
            return {"Manquante", "bad"};
    }
    PREAU_UNREACHABLE();
}

std::string state(const Named& named) {
    return fmt::format(R"(<span class="state {}">{}</span>)", named.kind, named.name);
}

std::string tile(std::string_view name, std::int64_t value) {
    return fmt::format("<div><dt>{}</dt><dd>{}</dd></div>", name, value);
}

std::string tiles(const Overview& overview) {
    const auto count = [&](SessionStanding standing) {
        const auto found = overview.standings.find(standing);
        return found == overview.standings.end() ? 0 : found->second;
    };
    return fmt::format(R"(<dl class="tiles">{}{}{}{}{}{}</dl>)",
                       tile("Sessions acceptées, dernière heure", overview.throughput.last_hour),
                       tile("Dernières 24 heures", overview.throughput.last_day),
                       tile("Derniers 7 jours", overview.throughput.last_week),
                       tile("Lots à vérifier", overview.throughput.waiting),
                       tile("Sessions manquantes", count(SessionStanding::missing)),
                       tile("Sessions contestées", count(SessionStanding::contested)));
}

std::string table(std::string_view caption, std::string_view head, const std::string& rows,
                  std::string_view empty) {
    if (rows.empty())
        return fmt::format(R"(<div class="panel"><p class="empty">{}</p></div>)", empty);
    return fmt::format(
        R"(<div class="panel"><table class="wide" aria-label="{}"><thead><tr>{}</tr>)"
        R"(</thead><tbody>{}</tbody></table></div>)",
        caption, head, rows);
}

std::string box_row(const BoxRow& box) {
    const auto standing =
        box.revocation
            ? fmt::format("{} <span>{} : {}</span>", state({"Révoqué", "bad"}),
                          time_element(box.revocation->since), escaped(box.revocation->reason))
            : state({"En service", "good"});
    return fmt::format(
        R"(<tr><th scope="row">{}</th><td data-label="UAI">{}</td><td data-label="Vu">{}</td>)"
        R"(<td data-label="Version">{}</td><td data-label="Certificat jusqu’au">{}</td>)"
        R"(<td data-label="État">{}</td></tr>)",
        escaped(box.name), escaped(box.uai), box.seen ? time_element(*box.seen) : "jamais",
        box.software.empty() ? "inconnue" : escaped(box.software),
        time_element(box.certified_until), standing);
}

std::string session_row(const SessionRow& session) {
    return fmt::format(R"(<tr><th scope="row">{}</th><td data-label="Établissement">{} {}</td>)"
                       R"(<td data-label="Boîtier">{}</td><td data-label="Jusqu’au">{}</td>)"
                       R"(<td data-label="État">{}</td></tr>)",
                       escaped(session.number), escaped(session.centre), escaped(session.uai),
                       escaped(session.box), time_element(session.until),
                       state(named(session.standing)));
}

std::string release_form(const QuarantineRow& row, std::string_view cookie) {
    const auto hash = to_hex(row.sha256);
    return fmt::format(
        R"(<details><summary>Demander un nouvel examen</summary>)"
        R"(<form method="post" action="/exploitation/quarantaine">{0})"
        R"(<input type="hidden" name="lot" value="{1}">)"
        R"(<label for="raison-{1}">Raison<span class="hint">Elle est conservée avec votre nom.)"
        R"(</span></label>)"
        R"(<input type="text" id="raison-{1}" name="raison" required maxlength="300">)"
        R"(<button>Demander</button></form></details>)",
        form_token_field(cookie), hash);
}

std::string quarantine_row(const QuarantineRow& row, const Call& call) {
    std::string people;
    bool is_mine = false;
    for (const auto& person : row.released_by) {
        people += fmt::format("<p>Demandé par {} ; une autre personne doit confirmer.</p>",
                              escaped(person));
        is_mine = is_mine || person == call.holder.name;
    }
    return fmt::format(
        R"(<tr><th scope="row"><code>{}…</code></th><td data-label="Boîtier">{}</td>)"
        R"(<td data-label="Reçu">{}</td><td data-label="Raison"><code>{}</code> {}</td>)"
        R"(<td data-label="Libération">{}{}</td></tr>)",
        to_hex(row.sha256).substr(0, 8), row.box.empty() ? "inconnu" : escaped(row.box),
        time_element(row.received), escaped(row.code), escaped(row.detail), people,
        is_mine ? std::string{} : release_form(row, call.cookie));
}

std::string body_of(const Overview& overview, const Call& call) {
    std::string boxes, sessions, quarantine;
    for (const auto& box : overview.boxes) boxes += box_row(box);
    for (const auto& session : overview.sessions) sessions += session_row(session);
    for (const auto& row : overview.quarantine) quarantine += quarantine_row(row, call);
    return tiles(overview) + "<h2>Quarantaine</h2>" +
           table("Lots en quarantaine",
                 R"(<th scope="col">Lot</th><th scope="col">Boîtier</th><th scope="col">Reçu</th>)"
                 R"(<th scope="col">Raison</th><th scope="col">Libération</th>)",
                 quarantine, "Aucun lot n’est en quarantaine.") +
           "<h2>Sessions</h2>" +
           table("Sessions",
                 R"(<th scope="col">Session</th><th scope="col">Établissement</th>)"
                 R"(<th scope="col">Boîtier</th><th scope="col">Jusqu’au</th>)"
                 R"(<th scope="col">État</th>)",
                 sessions, "Aucune session n’est autorisée.") +
           "<h2>Boîtiers</h2>" +
           table("Boîtiers",
                 R"(<th scope="col">Boîtier</th><th scope="col">UAI</th><th scope="col">Vu</th>)"
                 R"(<th scope="col">Version</th><th scope="col">Certificat jusqu’au</th>)"
                 R"(<th scope="col">État</th>)",
                 boxes, "Aucun boîtier n’est enregistré.");
}

struct Answered {
    int status;
    std::string_view code, title;
};

Answered answered(NotReleased why) {
    switch (why) {
        case NotReleased::unknown:
            return {404, "not_found", "Ce lot n’est pas, ou plus, en quarantaine."};
        case NotReleased::same_person:
            return {409, "same_person",
                    "Vous l’avez déjà demandé : une autre personne doit confirmer."};
        case NotReleased::why_missing:
            return {422, "why_missing", "Écrivez la raison : elle est conservée avec votre nom."};
        case NotReleased::storage_failed:
            return {503, "storage_failed", "La plateforme n’a pas pu l’enregistrer. Réessayez."};
    }
    PREAU_UNREACHABLE();
}

http::Response show(Call& call, std::string_view note, int status) {
    auto enrolment = call.enrolment();
    const auto overview = Operations(call.desk.database, enrolment, call.desk.clock).overview();
    if (!overview) return storage_page(call, overview.error());
    std::string body;
    if (!note.empty())
        body = fmt::format(R"(<p class="note {}" role="status">{}</p>)",
                           status == 200 ? "good" : "bad", note);
    return page(call.frame("Exploitation"), body + body_of(*overview, call), status);
}

Result<bool, NotReleased> release(Call& call, const std::string& hash, const std::string& why) {
    const auto bundle = array_from_hex<32>(hash);
    if (!bundle) return fail(NotReleased::unknown);
    auto enrolment = call.enrolment();
    return Operations(call.desk.database, enrolment, call.desk.clock)
        .release(*bundle, call.holder.name, why);
}

}  // namespace

http::Response get_operations(Call& call) {
    auto enrolment = call.enrolment();
    const auto overview = Operations(call.desk.database, enrolment, call.desk.clock).overview();
    if (!overview) return storage_problem(overview.error());
    return json_of(to_json(*overview));
}

http::Response post_release(Call& call) {
    const auto value = json::read(call.request.body);
    if (!value) return problem_of(400, "body_malformed", "« why » est attendu.");
    json::Fields fields(*value);
    const auto why = fields.text("why", kReasonBytesMax);
    if (fields.finish()) return problem_of(400, "body_malformed", "« why » est attendu.");
    const auto done = release(call, std::string(call.wildcards.front()), why);
    if (done) return json_of(json::Object{{"released", *done}});
    const auto refused = answered(done.error());
    return problem_of(refused.status, refused.code, refused.title);
}

http::Response get_operations_page(Call& call) { return show(call, {}, 200); }

http::Response post_release_page(Call& call) {
    const auto done = release(call, field(call.form, "lot"), field(call.form, "raison"));
    if (!done) return show(call, answered(done.error()).title, answered(done.error()).status);
    return show(call,
                *done ? "Deux personnes l’ont demandé : le lot est examiné de nouveau."
                      : "Votre demande est enregistrée. Une autre personne doit confirmer.",
                200);
}

}  // namespace preau::central
