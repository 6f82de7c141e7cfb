// SPDX-License-Identifier: Apache-2.0
#include "base/system_clock.hpp"
#include "tool/command.hpp"
#include "tool/demo/roster.hpp"
#include "tool/demo_words.hpp"
#include "tool/free_port.hpp"
#include "tool/local_time.hpp"
#include "tool/paths.hpp"
#include "tool/report.hpp"
#include "tool/service.hpp"
#include "tool/stop_signals.hpp"
#include "tool/unlock_session.hpp"

#include <fmt/format.h>

#include <functional>
#include <memory>

namespace preau::tool {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kCandidatesMax = 30;
constexpr Duration kStep = seconds(1);
constexpr Duration kUnlockPatience = seconds(30);

struct Options {
    fs::path programs;
    fs::path web;
    fs::path pack;
    fs::path data;
    Ports ports{.box = 8080, .central = 8090};
};

Result<void> check_what_is_needed(const Options& options) {
    if (!is_there(options.web))
        return fail(Error::environment("the pages are not built: " + options.web.string() +
                                       " is missing; run ./setup release"));
    for (const auto port : {options.ports.box, options.ports.central})
        if (auto is_free = check_port_is_free(options.ports.address, port); !is_free)
            return is_free;
    return {};
}

Result<Installation> install(const Options& options) {
    const auto programs = Programs::in(options.programs);
    if (!programs) return fail(programs.error());
    const Layout layout{whole_path(options.data)};
    auto installation = Installation::is_at(layout) ? Installation::open(layout, *programs)
                                                    : Installation::make(layout, *programs);
    if (!installation) return installation;
    if (auto configured = installation->configure_box(
            {.web = options.web, .address = options.ports.address, .port = options.ports.box});
        !configured)
        return fail(std::move(configured.error()));
    return installation;
}

/// A sealed session takes nobody any more, and an edited pack is to be seen.
bool still_serves(const DemoSession& session, const Installation& installation,
                  const InstalledPack& pack, const std::string& today) {
    const auto bundle = installation.layout().outbox() / (session.opened.session + ".preau");
    return session.date == today && session.pack_hash == pack.hash && !is_there(bundle);
}

/// The session of today, opened if there is none.
Result<DemoSession> find_session(const Installation& installation, const InstalledPack& pack,
                                 const fs::path& state_file) {
    auto state = load_demo_state(state_file);
    if (!state) return fail(std::move(state.error()));
    const auto now = local_time(SystemClock().wall_now());
    if (state->session && still_serves(*state->session, installation, pack, now.date))
        return *state->session;
    const auto number = std::to_string(state->next_number++);
    if (auto saved = save_demo_state(*state, state_file); !saved)
        return fail(std::move(saved.error()));
    auto opened = installation.open_session(
        pack, {number, std::string(kDemoRoster), kCandidatesMax, now.date, now.time});
    if (!opened) return fail(std::move(opened.error()));
    state->session = DemoSession{std::move(*opened), now.date, pack.hash};
    if (auto saved = save_demo_state(*state, state_file); !saved)
        return fail(std::move(saved.error()));
    return *state->session;
}

/// The box keeps no code: after each start it is given again, here by the demo.
Result<void> unlock(const Options& options, const OpenedSession& session) {
    TimeLimit limit(kUnlockPatience);
    BoxClient client(fmt::format("http://127.0.0.1:{}", options.ports.box), limit);
    return unlock_session(client, session.number, session.invigilator_password, session.day_code);
}

void tell(const std::string& text) {
    fmt::print("{}\n", text);
    std::fflush(stdout);
}

Result<void> keep_running(Services& services, StopSignals& signals,
                          const std::function<Result<void>()>& unlock) {
    while (!signals.wait(kStep))
        for (auto* service : services.all()) {
            const auto revived = service->revive();
            if (!revived) return fail(revived.error());
            if (!*revived) continue;
            if (service == &services.box) {
                if (auto unlocked = unlock(); !unlocked) return unlocked;
                tell(
                    "Le boîtier s’est arrêté. Il est reparti, le code du jour lui a été redonné et "
                    "il a relu son journal : rien n’est perdu.");
            } else
                tell(fmt::format("{} s’est arrêté. Il est reparti.", service->name()));
        }
    return {};
}

Result<void> demonstrate(const Options& options, StopSignals& signals) {
    if (auto ready = check_what_is_needed(options); !ready) return ready;
    const auto installation = install(options);
    if (!installation) return fail(installation.error());
    const auto pack = installation->install_pack(options.pack);
    if (!pack) return fail(pack.error());
    const auto state_file = installation->layout().root / "demo.json";
    const auto session = find_session(*installation, *pack, state_file);
    if (!session) return fail(session.error());

    Services services(*installation, options.ports);
    if (auto started = services.start(); !started) return started;
    const auto give_code = [&] { return unlock(options, session->opened); };
    if (auto unlocked = give_code(); !unlocked) return unlocked;
    tell(demo_welcome(options.ports, *session, kDemoRoster, options.data / "demo.json"));
    auto kept = keep_running(services, signals, give_code);
    tell("\nArrêt du boîtier et de la plateforme.");
    services.stop();
    return kept;
}

int run(const Options& options) {
    StopSignals signals;
    const auto done = demonstrate(options, signals);
    if (done) return kDone;
    report(done.error());
    return kRefused;  // scripts know only success and failure here
}

}  // namespace

void add_demo(CLI::App& parent, int& exit_code) {
    auto* command = parent.add_subcommand(
        "demo", "A box and a platform on this machine, with a session to try");
    auto options = std::make_shared<Options>();
    command->add_option("--programs", options->programs, "Folder of the programs")->required();
    command->add_option("--web", options->web, "Folder of the built pages")->required();
    command->add_option("--pack", options->pack, "Source folder of a pack")->required();
    command->add_option("--data", options->data, "Folder that keeps the demo")->required();
    command->add_option("--address", options->ports.address, "IPv4 address to listen on")
        ->capture_default_str();
    const CLI::Range any_port(1, 65'535);
    command->add_option("--box-port", options->ports.box, "Port of the box")
        ->check(any_port)
        ->capture_default_str();
    command->add_option("--central-port", options->ports.central, "Port of the platform")
        ->check(any_port)
        ->capture_default_str();
    command->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace preau::tool
