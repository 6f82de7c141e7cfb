// SPDX-License-Identifier: Apache-2.0
#include "central/platform.hpp"

#include "base/log.hpp"
#include "central/routes.hpp"

#include <thread>

namespace preau::central {

namespace {

constexpr std::size_t kConnectionsMax = 64;
constexpr std::size_t kRequestsPerConnectionMax = 100;

http::ServerConfig server_config(const PlatformConfig& config) {
    http::ServerConfig server;
    server.address = config.address;
    server.port = config.port;
    server.connections_max = kConnectionsMax;
    server.requests_per_connection_max = kRequestsPerConnectionMax;
    server.body_bytes_max = body_bytes_max;
    server.deadlines.body = minutes(10);  // a whole bundle over a school's poor line
    return server;
}

}  // namespace

Platform::Platform(const PlatformConfig& config, Keys keys, Register opened, Reports reports)
    : keys_(std::move(keys)),
      register_(std::move(opened)),
      reports_(std::move(reports)),
      blobs_(config.data / "blobs"),
      packs_(config.packs, keys_.content.public_key()),
      ingest_({keys_, register_, blobs_, [this](const Hash& pack) { return packs_.find(pack); },
               clock_}),
      server_(server_config(config), counter_) {}

Result<std::unique_ptr<Platform>> Platform::open(const PlatformConfig& config) {
    auto keys = Keys::load(config.data);
    if (!keys) return fail(std::move(keys.error()));
    auto opened = Register::open(config.data);
    if (!opened) return fail(std::move(opened.error()));
    auto reports = Reports::open(config.data);
    if (!reports) return fail(std::move(reports.error()));
    std::unique_ptr<Platform> platform(
        new Platform(config, std::move(*keys), std::move(*opened), std::move(*reports)));
    const auto port = platform->server_.listen();
    if (!port) return fail(port.error());
    platform->port_ = *port;
    log::info("central.open", {{"port", std::to_string(*port)}});
    return platform;
}

Result<void> Platform::run() {
    std::thread worker([this] { work(); });
    server_.run();
    counter_.close();
    worker.join();
    if (register_.has_failed())
        return fail(Error::environment(
            "the register could not be written: see the log, mend the disk, start again"));
    log::info("central.closed");
    return register_.close();
}

void Platform::work() {
    while (auto next = counter_.take()) {
        next->reply(respond(next->request, ingest_, reports_));
        if (register_.has_failed()) stop();
    }
}

}  // namespace preau::central
