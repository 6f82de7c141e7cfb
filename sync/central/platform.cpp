// SPDX-License-Identifier: Apache-2.0
#include "central/platform.hpp"

#include "base/log.hpp"
#include "central/desk/intake.hpp"
#include "central/ingest_log.hpp"
#include "central/ingest_problem.hpp"
#include "central/opener.hpp"
#include "central/routes.hpp"
#include "central/schema.hpp"
#include "seal/delivery_notes.hpp"
#include "seal/names.hpp"

namespace preau::central {

namespace {

constexpr std::size_t kConnectionsMax = 64;
constexpr std::size_t kRequestsPerConnectionMax = 100;
constexpr std::size_t kBodiesBytesMax = 96u * 1024 * 1024;
constexpr Duration kChoresEvery = seconds(1);
constexpr int kWorkersOnPostgresql = 3;  // two at work on two processors, one waiting for a commit

http::ServerConfig server_config(const PlatformConfig& config) {
    http::ServerConfig server;
    server.address = config.address;
    server.port = config.port;
    server.connections_max = kConnectionsMax;
    server.requests_per_connection_max = kRequestsPerConnectionMax;
    server.body_bytes_max = body_bytes_max;
    server.bodies_bytes_max = kBodiesBytesMax;
    server.accepts_patch = true;
    server.deadlines.body = minutes(10);  // a whole bundle over a school's poor line
    return server;
}

}  // namespace

std::string PlatformConfig::database_url() const {
    return database.empty() ? database_in(data) : database;
}

Platform::Platform(const PlatformConfig& config, sql::Engine engine, Keys keys, RoleKeys role_keys)
    : config_(config),
      engine_(engine),
      keys_(std::move(keys)),
      role_keys_(std::move(role_keys)),
      blobs_(config.data / "blobs"),
      packs_(config.packs, role_keys_),
      server_(server_config(config), counter_) {}

Result<std::unique_ptr<Platform>> Platform::open(const PlatformConfig& config) {
    auto keys = Keys::load(config.data);
    if (!keys) return fail(std::move(keys.error()));
    auto role_keys = RoleKeys::load(config.data);
    if (!role_keys) return fail(std::move(role_keys.error()));
    const auto engine = sql::engine_of(config.database_url());
    if (!engine) return fail(engine.error());
    std::unique_ptr<Platform> platform(
        new Platform(config, *engine, std::move(*keys), std::move(*role_keys)));
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
    Tick chores_done{};
    while (!counter_.is_done()) {
        auto next = counter_.take(kChoresEvery);
        if (!tools && !reach(tools)) {
            if (next) next->reply(problem(Stop::disk(Error::environment("no database"))));
            continue;
        }
        if (next) next->reply(answer(next->request, *tools));
        if (const Tick now{clock_.boot_now().ms}; now - chores_done >= kChoresEvery) {
            do_chores(*tools);
            chores_done = now;
        }
        if (tools->register_of_sessions.has_failed()) give_up(tools);
    }
    if (!tools || has_failed_) return;
    if (auto closed = tools->register_of_sessions.close(); !closed) {
        log::error("register.not_closed", {{"why", closed.error().message}});
        has_failed_ = true;
    }
}

bool Platform::reach(std::optional<Tools>& tools) {
    if (has_failed_) return false;
    auto opened = open_tools();
    if (!opened) {
        log::error("database.unreachable", {{"why", opened.error().message}});
        return false;
    }
    tools.emplace(std::move(*opened));
    return true;
}

void Platform::give_up(std::optional<Tools>& tools) {
    tools.reset();
    if (engine_ != sql::Engine::sqlite) return;
    has_failed_ = true;
    stop();
}

Ingest Platform::ingest(Tools& tools) {
    const auto shelf = [this](const Hash& pack) { return packs_.find(pack); };
    return Ingest(
        {keys_, tools.register_of_sessions, blobs_,
         config_.contents ? config_.contents : PackSource(shelf), clock_,
         [this](Bytes file) { return open_bundle_file(std::move(file), keys_.openers); }});
}

Uploads Platform::uploads(Tools& tools) {
    return Uploads({.register_of_sessions = tools.register_of_sessions,
                    .blobs = blobs_,
                    .folder = config_.data / "uploads",
                    .clock = clock_,
                    .sign_stored = [this](const Sidecar& sidecar, WallTime at) {
                        return seal::sign_stored({sidecar.sha256, sidecar.bytes, at.ms / 1000},
                                                 std::string(seal::kCentral) + "/stored",
                                                 keys_.stored);
                    }});
}

std::optional<http::Response> Platform::answer_at_desk(const http::Request& request, Tools& tools) {
    auto& database = tools.register_of_sessions.connection();
    const ContentSource packs = [this](const Hash& pack) { return packs_.find(pack); };
    Desk desk({.database = database,
               .keys = role_keys_,
               .packs = config_.packs,
               .clock = clock_,
               .entropy = entropy_,
               .tries = desk_tries_,
               .score_again = [&](const AttemptId& id) {
                   return score_from_journal(database, packs, id);
               }});
    return desk.respond(request);
}

http::Response Platform::answer(const http::Request& request, Tools& tools) {
    if (auto answered = answer_at_desk(request, tools)) return std::move(*answered);
    auto examiner = ingest(tools);
    auto door = uploads(tools);
    UploadDesk desk{
        .uploads = door,
        .register_of_sessions = tools.register_of_sessions,
        .open_sidecar =
            [&](std::string_view note) { return open_sidecar(note, tools.register_of_sessions); },
        .examine = [&](const Hash& bundle) { examiner.examine_kept(bundle); }};
    Service service{examiner, tools.reports, desk};
    return respond(request, service);
}

/// What no request asks for.
void Platform::do_chores(Tools& tools) {
    const auto done = [](const auto& result, std::string_view what) {
        if (!result)
            log::error("chore.failed",
                       {{"what", std::string(what)}, {"why", result.error().message}});
    };
    done(uploads(tools).tidy(), "tidy uploads");
    done(ingest(tools).take_up_again(), "take up undecided bundles");
    IngestLog log(tools.register_of_sessions.connection(),
                  {std::string(seal::kCentral) + "/log", keys_.log}, clock_);
    done(log.grow(), "grow the log");
}

}  // namespace preau::central
