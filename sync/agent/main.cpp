// SPDX-License-Identifier: Apache-2.0
#include "agent/apart.hpp"
#include "agent/errands.hpp"
#include "agent/signals.hpp"
#include "agent/stick_watch.hpp"
#include "base/log.hpp"
#include "base/system_clock.hpp"
#include "json/write.hpp"
#include "seal/entropy.hpp"
#include "seal/initialise.hpp"

#include <CLI/CLI.hpp>
#include <fmt/core.h>

namespace {

using namespace preau;

constexpr Duration kStep = seconds(1);

struct Options {
    std::filesystem::path outbox, inbox, root, token_file, stick, stick_mounts;
    std::string central, box, receipt_key;
    std::vector<std::filesystem::path> must_not_read;
    bool once = false, json = false;
};

int report(const Error& error) {
    log::error("preau-sync.failed", {{"why", error.message}});
    return 1;
}

/// A proxy of the school is no way to a platform on this very machine.
agent::Proxy proxy_for(std::string_view central) {
    for (const auto* own : {"http://localhost", "http://127.", "http://[::1]"})
        if (central.starts_with(own)) return agent::Proxy::none;
    return agent::Proxy::from_environment;
}

Result<agent::PlatformKeys> keys_of(const Options& options) {
    if (!options.root.empty()) return agent::read_platform_keys(options.root);
    agent::PlatformKeys keys;
    if (options.receipt_key.empty()) return keys;
    const auto key = seal::VerifierKey::parse(options.receipt_key);
    if (!key) return fail(key.error());
    keys.receipt = {*key};
    return keys;
}

/// Everything that the agent is made of, in the order in which one needs the other.
struct Agent {
    Agent(const Options& given, agent::PlatformKeys keys)
        : options(given),
          client({.proxy = proxy_for(given.central),
                  .is_cancelled = [this] { return signals.has_come(); }}),
          deliveries(given.inbox / "deliveries.json", clock),
          courier({given.outbox, given.inbox, given.central, keys}, client, clock, deliveries),
          rounds(courier, deliveries, clock, entropy),
          inbox(given.inbox, given.outbox, keys),
          address(given.central),
          downloads({given.box, given.token_file}, address, client, inbox),
          errands(rounds, downloads, deliveries, clock, entropy, given.outbox / "try-now"),
          stick(given.outbox, inbox, stick_files),
          stick_watch(given.stick_mounts, stick, deliveries, clock) {}

    void believe(const agent::PlatformKeys& keys) {
        courier.believe(keys);
        inbox.believe(keys);
    }

    const Options& options;
    agent::StopSignals signals;
    SystemClock clock;
    seal::SystemEntropy entropy;
    agent::HttpClient client;
    agent::Deliveries deliveries;
    agent::Courier courier;
    agent::Rounds rounds;
    agent::Inbox inbox;
    agent::PlatformAddress address;
    agent::Downloads downloads;
    agent::Errands errands;
    agent::StickFiles stick_files;
    agent::Stick stick;
    agent::StickWatch stick_watch;
};

void print(const Options& options, const json::Object& said, const std::string& words) {
    fmt::print("{}\n", options.json ? json::write(said) : words);
}

int exchange_with_stick(Agent& agent) {
    const auto done = agent.stick_watch.exchange(agent.options.stick);
    const auto trouble = done.obstacle.trouble;
    const auto words = fmt::format(
        "{} of {} sealed sessions lie on the stick; {} new files were taken from it.{}{}",
        done.carried, done.waiting, done.taken, trouble == agent::Trouble::none ? "" : "\n",
        agent::sentence(trouble));
    print(agent.options,
          json::Object{{"carried", done.carried},
                       {"waiting", done.waiting},
                       {"taken", done.taken},
                       {"left_out", done.left_out},
                       {"trouble", agent::word(trouble)},
                       {"message", agent::sentence(trouble)}},
          words);
    return trouble == agent::Trouble::none ? 0 : 1;
}

int carry_once(Agent& agent) {
    const auto waiting = agent.courier.waiting();
    if (!waiting) return report(waiting.error());
    int delivered = 0, refused = 0, failed = 0;
    for (const auto& session : *waiting) {
        const auto outcome = agent.courier.carry(session);
        if (outcome)
            ++delivered;
        else
            ++(agent::is_of_the_line(outcome.error().trouble) ? failed : refused);
    }
    const auto news = agent.downloads.fetch();
    print(agent.options,
          json::Object{{"delivered", delivered},
                       {"refused", refused},
                       {"failed", failed},
                       {"downloaded", news ? json::Value(*news) : json::Value()}},
          fmt::format("Delivered: {}. Waiting for the platform: {}. Not reached: {}. "
                      "New files from the platform: {}.",
                      delivered, refused, failed, news ? std::to_string(*news) : "unknown"));
    return refused + failed == 0 ? 0 : 1;
}

int keep_going(Agent& agent) {
    if (const auto waiting = agent.courier.waiting(); !waiting) return report(waiting.error());
    log::info("preau-sync.open",
              {{"outbox", agent.options.outbox.string()}, {"central", agent.options.central}});
    agent::PlatformKeysFile root(agent.options.root);
    do {
        if (auto keys = root.news()) agent.believe(*keys);
        if (!agent.options.stick_mounts.empty()) agent.stick_watch.look();
        if (!agent.options.central.empty()) agent.errands.look();
    } while (agent.signals.wait(kStep));
    log::info("preau-sync.closed");
    return 0;
}

int run(const Options& options) {
    if (const auto apart = agent::check_cannot_read(options.must_not_read); !apart)
        return report(apart.error());
    auto keys = keys_of(options);
    if (!keys) return report(keys.error());
    if (keys->receipt.empty())
        log::warning("preau-sync.without_keys",
                     {{"then", "receipts are brought back unverified; only the box checks them"}});
    Agent agent(options, std::move(*keys));
    if (!options.stick.empty()) return exchange_with_stick(agent);
    return options.once ? carry_once(agent) : keep_going(agent);
}

void describe(CLI::App& cli, Options& options) {
    cli.add_option("--outbox", options.outbox, "where the box leaves its sealed sessions")
        ->required()
        ->check(CLI::ExistingDirectory);
    cli.add_option("--inbox", options.inbox, "where the box looks for what comes to it")
        ->required()
        ->check(CLI::ExistingDirectory);
    cli.add_option("--central", options.central, "address of the platform, http(s)://…");
    cli.add_option("--root", options.root,
                   "the platform's root document, trust/root.json of the box: receipts that its "
                   "keys have not signed are not brought back");
    cli.add_option("--receipt-key", options.receipt_key,
                   "instead of --root: the receipt key alone, name+id+base64");
    cli.add_option("--box", options.box, "name of the box, to fetch what the platform has for it");
    cli.add_option("--token-file", options.token_file,
                   "the box's sync token, given at its enrolment; a file of mode 0600");
    cli.add_option("--stick", options.stick,
                   "copy to and from this USB stick (the folder where it is mounted), then end");
    cli.add_option("--stick-mounts", options.stick_mounts,
                   "folder where sticks get mounted: exchange with each that comes");
    cli.add_option("--must-not-read", options.must_not_read,
                   "refuse to start if this program could read it, such as the box's keys; "
                   "may be repeated");
    cli.add_flag("--once", options.once, "try everything once, say how it went, then end");
    cli.add_flag("--json", options.json, "with --once or --stick: say it as one line of JSON");
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App cli(
        "Carries sealed sessions to the central platform, and its receipts back: by the "
        "network, or on a USB stick. It holds no key of the box and reads no answer.",
        "preau-sync");
    Options options;
    describe(cli, options);
    try {
        cli.parse(argc, argv);
        if (options.central.empty() && options.stick.empty() && options.stick_mounts.empty())
            throw CLI::RequiredError("--central, --stick or --stick-mounts");
    } catch (const CLI::ParseError& error) {
        return cli.exit(error) == 0 ? 0 : 2;
    }
    if (const auto ready = seal::initialise(); !ready) return report(ready.error());
    return run(options);
}
