// SPDX-License-Identifier: Apache-2.0
#include "base/log.hpp"
#include "central/commands.hpp"
#include "central/desk/command_line.hpp"
#include "json/write.hpp"
#include "seal/initialise.hpp"

#include <CLI/CLI.hpp>
#include <fmt/core.h>

namespace {

using namespace preau;

int report(const Result<void>& done) {
    if (done) return 0;
    log::error("preau-central.failed", {{"why", done.error().message}});
    return 1;
}

int report(const central::Printed& done) {
    if (!done) return report(Result<void>(fail(done.error())));
    fmt::print("{}\n", json::write(*done));
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App cli("Verifies and keeps the sessions that boxes have sealed.", "preau-central");
    cli.require_subcommand(1);
    std::string data, name, key, session;
    central::PlatformConfig platform;

    central::DeskCommandLine desk(cli);
    auto* enrol = cli.add_subcommand("enrol-box", "let a box be known by its key");
    enrol->add_option("--name", name, "of the box")->required();
    enrol->add_option("--key", key, "public, hexadecimal")->required();
    auto* serve = cli.add_subcommand("serve", "take bundles in until SIGTERM");
    serve->add_option("--packs", platform.packs, "folder of compiled packs")->required();
    serve->add_option("--address", platform.address, "to listen on")->required();
    serve->add_option("--port", platform.port, "0: any free one")->required();
    serve->add_option("--database", platform.database,
                      "sqlite:PATH or postgresql://…; a file in the folder unless told");
    auto* answers = cli.add_subcommand("answers", "print the answers of an accepted session");
    answers->add_option("--session", session, "32 hexadecimal digits")->required();
    auto* sessions = cli.add_subcommand("sessions", "print what was received");
    for (auto* command : {enrol, serve, answers, sessions})
        command->add_option("--data", data, "the platform's folder")->required();
    try {
        cli.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return cli.exit(error) == 0 ? 0 : 2;
    }

    if (auto ready = seal::initialise(); !ready) return report(ready);
    if (const auto printed = desk.run()) return report(*printed);
    platform.data = data;
    if (*enrol) return report(central::enrol_box(data, name, key));
    if (*serve) return report(central::serve(platform));
    if (*answers) return report(central::print_answers(data, session));
    return report(central::print_sessions(data));
}
