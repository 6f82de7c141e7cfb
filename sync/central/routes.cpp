// SPDX-License-Identifier: Apache-2.0
#include "central/routes.hpp"

#include "base/limits.hpp"
#include "base/log.hpp"
#include "central/desk/desk.hpp"
#include "central/ingest_problem.hpp"
#include "central/status_page.hpp"

namespace preau::central {

namespace {

constexpr std::string_view kBundles = "/v1/bundles/";
constexpr std::string_view kCreation = "/v1/bundles";
constexpr std::size_t kChunkBytesMax = 8u * 1024 * 1024;
constexpr std::int64_t kRowsShownMax = 200;

http::Response text(std::string_view type, std::string body) {
    http::Response response;
    response.headers = {{"Content-Type", std::string(type)}};
    response.body = std::move(body);
    return response;
}

http::Response put_bundle(const http::Request& request, const Hash& name, Ingest& ingest) {
    auto receipt = ingest.take(name, as_bytes(request.body));
    if (!receipt) return problem(receipt.error());
    return text("text/plain; charset=utf-8", std::move(*receipt));
}

http::Response method_not_allowed() {
    return problem(405, "method_not_allowed", "Cette adresse ne s’emploie pas ainsi.");
}

http::Response respond_about_bundle(const http::Request& request, Service& service) {
    const auto name = array_from_hex<32>(std::string_view(request.path).substr(kBundles.size()));
    if (!name)
        return problem(400, "hash_malformed",
                       "L’adresse doit finir par le SHA-256 du lot, 64 chiffres hexadécimaux.");
    switch (request.method) {
        case http::Method::head:
            return tell_offset(*name, service.uploads);
        case http::Method::get:
            return tell_fate(*name, service.uploads);
        case http::Method::patch:
            return append_chunk(request, *name, service.uploads);
        case http::Method::put:
            return put_bundle(request, *name, service.ingest);
        default:
            return method_not_allowed();
    }
}

http::Response show_status(Reports& reports) {
    const auto bundles = reports.bundles(kRowsShownMax);
    if (bundles) return text("text/html; charset=utf-8", status_page(*bundles));
    log::error("status.unreadable", {{"why", bundles.error().message}});
    return problem(503, "storage_failed", "La plateforme ne peut pas lire son registre.");
}

}  // namespace

http::Response respond(const http::Request& request, Service& service) {
    const bool reads = request.method == http::Method::get || request.method == http::Method::head;
    if (request.path.starts_with(kBundles)) return respond_about_bundle(request, service);
    if (request.path == kCreation)
        return request.method == http::Method::post ? create_upload(request, service.uploads)
                                                    : method_not_allowed();
    if (reads && request.path == "/") return show_status(service.reports);
    if (reads && request.path == "/style.css")
        return text("text/css; charset=utf-8", std::string(status_style()));
    if (request.path == "/" || request.path == "/style.css") return method_not_allowed();
    return problem(404, "not_found", "Cette adresse n’existe pas.");
}

std::size_t body_bytes_max(http::Method method, std::string_view path) {
    if (const auto bytes = desk_body_bytes_max(method, path); bytes > 0) return bytes;
    if (!path.starts_with(kBundles)) return 0;
    if (method == http::Method::put) return limits::bundle_bytes_max;
    return method == http::Method::patch ? kChunkBytesMax : 0;
}

}  // namespace preau::central
