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
    Row{StopCode::hash_differs,          400, "hash_differs",          "Le lot reçu n’est pas celui que l’adresse annonce. Envoyez-le de nouveau."},
    Row{StopCode::bundle_malformed,      422, "bundle_malformed",      "Ce fichier n’est pas un lot scellé lisible. Copiez-le de nouveau depuis le boîtier."},
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
    if (status == 503) response.headers.emplace_back("Retry-After", std::to_string(kRetrySeconds));
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
