// SPDX-License-Identifier: Apache-2.0
#include "central/ingest_problem.hpp"

#include "json/write.hpp"

#include <array>

namespace preau::central {

namespace {

struct Row {
    StopCode stop;
    int status;
    std::string_view code;
    std::string_view title;
};

constexpr int kRetrySeconds = 30;

// clang-format off
constexpr std::array kRows = {
    Row{StopCode::upload_malformed,      400, "upload_malformed",      "Cet envoi n’est pas compris : il ne suit pas tus 1.0.0."},
    Row{StopCode::upload_too_large,      413, "upload_too_large",      "Ce fichier est plus grand qu’aucun lot ne peut l’être."},
    Row{StopCode::upload_unknown,        404, "upload_unknown",        "Rien de ce lot n’est arrivé, ou il y a plus de sept jours. Envoyez-le de nouveau."},
    Row{StopCode::upload_elsewhere,      409, "upload_elsewhere",      "L’envoi en est ailleurs. Demandez où, puis continuez."},
    Row{StopCode::upload_damaged,        460, "upload_damaged",        "Ce morceau est arrivé abîmé. Envoyez-le de nouveau."},
    Row{StopCode::uploads_too_many,      429, "uploads_too_many",      "Ce boîtier envoie déjà un autre lot, ou en a beaucoup envoyé. Réessayez dans un moment."},
    Row{StopCode::note_refused,          403, "note_refused",          "La note de ce lot n’est pas celle de son boîtier. Copiez les deux fichiers de nouveau."},
    Row{StopCode::box_revoked,           403, "box_revoked",           "Ce boîtier est révoqué. Le lot qu’il envoie est à remettre à votre académie."},
    Row{StopCode::hash_differs,          400, "hash_differs",          "Le lot reçu n’est pas celui que l’adresse annonce. Envoyez-le de nouveau."},
    Row{StopCode::bundle_malformed,      422, "bundle_malformed",      "Ce fichier n’est pas un lot scellé lisible. Copiez-le de nouveau depuis le boîtier."},
    Row{StopCode::not_for_us,            422, "not_for_us",            "Ce lot n’est pas chiffré pour cette plateforme. Il est conservé : signalez-le à votre académie."},
    Row{StopCode::version_newer,         503, "version_newer",         "Ce boîtier est plus récent que la plateforme. Le lot est conservé, il sera lu après sa mise à jour."},
    Row{StopCode::version_unknown,       422, "version_unknown",       "La plateforme ne connaît pas ce format de lot. Il est conservé : signalez-le à votre académie."},
    Row{StopCode::authorisation_refused, 403, "authorisation_refused", "Cette session n’a pas été autorisée par cette plateforme. Signalez-le à votre académie."},
    Row{StopCode::box_unknown,           403, "box_unknown",           "Ce boîtier n’est pas enregistré sur cette plateforme. Faites-le enregistrer, puis renvoyez le lot."},
    Row{StopCode::manifest_refused,      422, "manifest_refused",      "Le bordereau du lot n’est pas valable. Le lot est conservé : signalez-le à votre académie."},
    Row{StopCode::session_contested,     409, "session_contested",     "Un autre lot de cette session a déjà été reçu. Les deux sont conservés : signalez-le à votre académie."},
    Row{StopCode::journal_refused,       422, "journal_refused",       "Le journal de la session ne se vérifie pas. Le lot est conservé : signalez-le à votre académie."},
    Row{StopCode::pack_missing,          503, "pack_missing",          "Le paquet d’épreuves de cette session n’est pas encore sur la plateforme. Le lot est conservé, il sera réessayé."},
    Row{StopCode::score_disputed,        422, "score_disputed",        "La plateforme ne retrouve pas les résultats du boîtier. Le lot est conservé : signalez-le à votre académie."},
    Row{StopCode::storage_failed,        503, "storage_failed",        "La plateforme n’a pas pu enregistrer le lot. Réessayez plus tard."},
};
// clang-format on

const Row& row_of(StopCode code) {
    for (const auto& row : kRows)
        if (row.stop == code) return row;
    PREAU_UNREACHABLE();
}

http::Response response(int status, json::Object body) {
    http::Response response;
    response.status = status;
    response.headers = {{"Content-Type", "application/problem+json"}};
    if (status == 503 || status == 429)
        response.headers.emplace_back("Retry-After", std::to_string(kRetrySeconds));
    response.body = json::write(std::move(body));
    return response;
}

}  // namespace

std::string_view code_of(StopCode code) { return row_of(code).code; }

std::string_view title_of(std::string_view code) {
    for (const auto& row : kRows)
        if (row.code == code) return row.title;
    return {};
}

http::Response problem(const Stop& stop) {
    const auto& row = row_of(stop.code);
    return response(row.status, {{"status", row.status},
                                 {"code", row.code},
                                 {"title", row.title},
                                 {"detail", stop.detail}});
}

http::Response problem(int status, std::string_view code, std::string_view title) {
    return response(status, {{"status", status}, {"code", code}, {"title", title}});
}

}  // namespace preau::central
