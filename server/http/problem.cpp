// SPDX-License-Identifier: Apache-2.0
#include "http/problem.hpp"

#include <array>

namespace preau::http {
namespace {

struct Row {
    int status;
    const char* code;
    const char* title;
};

constexpr std::array kRows = {
    Row{400, "malformed_request", "La requête est mal formée."},
    Row{405, "method_not_allowed", "Cette méthode n'est pas acceptée ici."},
    Row{408, "request_timeout", "La requête n'est pas arrivée à temps. Réessayez."},
    Row{413, "body_too_large", "Le contenu envoyé est trop grand."},
    Row{414, "target_too_long", "L'adresse demandée est trop longue."},
    Row{417, "expectation_failed", "L'en-tête Expect demandé n'est pas pris en charge."},
    Row{421, "wrong_host", "Cette adresse n'est pas celle du boîtier."},
    Row{431, "header_too_large", "Les en-têtes de la requête sont trop grands."},
    Row{501, "transfer_coding_refused", "Un corps de taille inconnue n'est pas accepté."},
    Row{503, "busy", "Le boîtier est occupé. Réessayez dans quelques secondes."},
    Row{505, "version_not_supported", "Seul HTTP/1.1 est accepté."},
};
constexpr Row kUnexpected{500, "internal_error", "Le boîtier a rencontré une erreur."};

const Row& row_of(int status) {
    for (const auto& row : kRows)
        if (row.status == status) return row;
    return kUnexpected;
}

}  // namespace

Response problem(int status) {
    const auto& row = row_of(status);
    Response response;
    response.status = row.status;
    response.headers = {{"Content-Type", "application/problem+json"}};
    if (row.status == 405) response.headers.emplace_back("Allow", "GET, HEAD, POST, PUT");
    if (row.status == 503) response.headers.emplace_back("Retry-After", "2");
    response.body = "{\"status\":" + std::to_string(row.status) + ",\"code\":\"" + row.code +
                    "\",\"title\":\"" + row.title + "\"}";
    return response;
}

}  // namespace preau::http
