// SPDX-License-Identifier: Apache-2.0
#include "agent/rounds.hpp"
#include "agent/signals.hpp"
#include "base/log.hpp"
#include "json/write.hpp"
#include "seal/entropy.hpp"
#include "seal/initialise.hpp"

#include <CLI/CLI.hpp>
#include <fmt/core.h>

namespace {

using namespace preau;

struct Options {
    std::string outbox, inbox, central, receipt_key;
    bool once = false;
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

int carry_once(agent::Courier& courier) {
    const auto waiting = courier.waiting();
    if (!waiting) return report(waiting.error());
    const auto round = courier.carry(*waiting);
    fmt::print("{}\n", json::write(json::Object{{"delivered", round.delivered},
                                                {"refused", round.refused},
                                                {"failed", round.failed}}));
    return round.is_complete() ? 0 : 1;
}

int run(const Options& options) {
    agent::CourierConfig config{options.outbox, options.inbox, options.central, std::nullopt};
    if (!options.receipt_key.empty()) {
        const auto key = seal::VerifierKey::parse(options.receipt_key);
        if (!key) return report(key.error());
        config.receipt_key = *key;
    }
    const agent::StopSignals signals;
    agent::HttpClient client(
        {.proxy = proxy_for(options.central), .is_cancelled = [&] { return signals.has_come(); }});
    agent::Courier courier(std::move(config), client);
    if (options.once) return carry_once(courier);

    if (const auto waiting = courier.waiting(); !waiting) return report(waiting.error());
    seal::SystemEntropy entropy;
    agent::BackOff back_off(entropy);
    log::info("preau-sync.open", {{"outbox", options.outbox}, {"central", options.central}});
    agent::keep_carrying(courier, back_off, [&](Duration time) { return signals.wait(time); });
    log::info("preau-sync.closed");
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App cli("Carries sealed sessions to the central platform, and its receipts back.",
                 "preau-sync");
    Options options;
    cli.add_option("--outbox", options.outbox, "where the box leaves its bundles")
        ->required()
        ->check(CLI::ExistingDirectory);
    cli.add_option("--inbox", options.inbox, "where it looks for receipts")
        ->required()
        ->check(CLI::ExistingDirectory);
    cli.add_option("--central", options.central, "address of the platform, http(s)://…")
        ->required();
    cli.add_option("--receipt-key", options.receipt_key,
                   "the platform's receipt key, name+id+base64: bring back nothing else");
    cli.add_flag("--once", options.once, "try each bundle once, then end");
    try {
        cli.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return cli.exit(error) == 0 ? 0 : 2;
    }
    if (const auto ready = seal::initialise(); !ready) return report(ready.error());
    return run(options);
}
