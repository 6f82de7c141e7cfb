// SPDX-License-Identifier: Apache-2.0
#include "tool/preview_server.hpp"

namespace preau::tool {

namespace {

/// What a box sends with a simulator (docs/api): its own scripts, no origin, no network.
constexpr auto kSimulatorPolicy =
    "sandbox allow-scripts; default-src 'none'; script-src 'unsafe-inline'; "
    "style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";

http::ServerConfig local(std::uint16_t port) {
    http::ServerConfig config;
    config.port = port;
    config.connections_per_address_max = 0;
    return config;
}

bool is_simulator(const http::Request& request) {
    return request.path.starts_with("/media/") && request.path.ends_with(".html");
}

}  // namespace

PreviewServer::PreviewServer(http::StaticFiles files, std::uint16_t port)
    : files_(std::move(files)), server_(local(port), *this) {}

Result<std::unique_ptr<PreviewServer>> PreviewServer::open(const std::filesystem::path& folder,
                                                           std::uint16_t port) {
    auto files = http::StaticFiles::load(folder);
    if (!files) return fail(std::move(files.error()));
    std::unique_ptr<PreviewServer> opened(new PreviewServer(std::move(*files), port));
    const auto listening = opened->server_.listen();
    if (!listening) return fail(listening.error());
    opened->port_ = *listening;
    return opened;
}

void PreviewServer::dispatch(http::Request request, http::Reply reply) {
    http::Response missing;
    missing.status = 404;
    auto response = files_.find(request).value_or(std::move(missing));
    if (is_simulator(request))
        response.headers.emplace_back("Content-Security-Policy", kSimulatorPolicy);
    reply(std::move(response));
}

}  // namespace preau::tool
