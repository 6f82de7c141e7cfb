// SPDX-License-Identifier: Apache-2.0
#include "central/platform.hpp"

#include "base/log.hpp"
#include "central/ingest_problem.hpp"
#include "central/routes.hpp"
#include "central/schema.hpp"

namespace preau::central {

namespace {

constexpr std::size_t kConnectionsMax = 64;
constexpr std::size_t kRequestsPerConnectionMax = 100;
constexpr std::size_t kBodiesBytesMax = 96u * 1024 * 1024;
constexpr int kWorkersOnPostgresql = 3;  // two at work on two processors, one waiting for a commit

http::ServerConfig server_config(const PlatformConfig& config) {
    http::ServerConfig server;
    server.address = config.address;
    server.port = config.port;
    server.connections_max = kConnectionsMax;
    server.requests_per_connection_max = kRequestsPerConnectionMax;
    server.body_bytes_max = body_bytes_max;
    server.bodies_bytes_max = kBodiesBytesMax;
    server.deadlines.body = minutes(10);  // a whole bundle over a school's poor line
    return server;
}

}  // namespace

std::string PlatformConfig::database_url() const {
    return database.empty() ? database_in(data) : database;
}

Platform::Platform(const PlatformConfig& config, sql::Engine engine, Keys keys)
    : config_(config),
      engine_(engine),
      keys_(std::move(keys)),
      blobs_(config.data / "blobs"),
      packs_(config.packs, keys_.content.public_key()),
      server_(server_config(config), counter_) {}

Result<std::unique_ptr<Platform>> Platform::open(const PlatformConfig& config) {
    auto keys = Keys::load(config.data);
    if (!keys) return fail(std::move(keys.error()));
    const auto engine = sql::engine_of(config.database_url());
    if (!engine) return fail(engine.error());
    std::unique_ptr<Platform> platform(new Platform(config, *engine, std::move(*keys)));
    auto first = platform->open_tools();
    if (!first) return fail(std::move(first.error()));
    platform->first_.emplace(std::move(*first));
    const auto port = platform->server_.listen();
    if (!port) return fail(port.error());
    platform->port_ = *port;
    log::info("central.open", {{"port", std::to_string(*port)}});
    return platform;
}

Result<Platform::Tools> Platform::open_tools() {
    auto opened = Register::open(config_.database_url(), entropy_);
    if (!opened) return fail(std::move(opened.error()));
    auto reports = Reports::open(config_.database_url());
    if (!reports) return fail(std::move(reports.error()));
    return Tools{std::move(*opened), std::move(*reports)};
}

Result<void> Platform::run() {
    std::vector<std::thread> workers;
    workers.emplace_back([this] { work(std::move(first_)); });
    while (engine_ == sql::Engine::postgresql && workers.size() < kWorkersOnPostgresql)
        workers.emplace_back([this] { work(std::nullopt); });
    server_.run();
    counter_.close();
    for (auto& worker : workers) worker.join();
    if (has_failed_)
        return fail(Error::environment(
            "the register could not be written: see the log, mend the disk, start again"));
    log::info("central.closed");
    return {};
}

/// A server that went away may come back: its tools are made anew. A disk that failed may not have
/// what it said it had: the program ends.
void Platform::work(std::optional<Tools> tools) {
    while (auto next = counter_.take()) {
        if (!tools) {
            auto opened = open_tools();
            if (!opened) {
                log::error("database.unreachable", {{"why", opened.error().message}});
                next->reply(problem(503, "storage_failed",
                                    "La plateforme n’atteint pas sa base. Réessayez plus tard."));
                continue;
            }
            tools.emplace(std::move(*opened));
        }
        next->reply(answer(next->request, *tools));
        if (!tools->register_of_sessions.has_failed()) continue;
        if (engine_ == sql::Engine::sqlite) {
            has_failed_ = true;
            stop();
        } else {
            tools.reset();
        }
    }
    if (!tools || has_failed_) return;
    if (auto closed = tools->register_of_sessions.close(); !closed) {
        log::error("register.not_closed", {{"why", closed.error().message}});
        has_failed_ = true;
    }
}

http::Response Platform::answer(const http::Request& request, Tools& tools) {
    Ingest ingest({keys_, tools.register_of_sessions, blobs_,
                   [this](const Hash& pack) { return packs_.find(pack); }, clock_});
    return respond(request, ingest, tools.reports);
}

}  // namespace preau::central
