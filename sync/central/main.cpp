// SPDX-License-Identifier: Apache-2.0
#include "base/limits.hpp"
#include "base/log.hpp"
#include "central/commands.hpp"
#include "seal/initialise.hpp"

#include <CLI/CLI.hpp>

namespace {

using namespace preau;

int report(const Result<void>& done) {
    if (done) return 0;
    log::error("preau-central.failed", {{"why", done.error().message}});
    return 1;
}

CLI::App& add_authorise(CLI::App& cli, central::AuthoriseOptions& options) {
    auto& command = *cli.add_subcommand("authorise", "let a box hold a session");
    command.add_option("--pack", options.pack, "the compiled pack, a folder")->required();
    command.add_option("--roster", options.roster, "the school's list, CSV")->required();
    command.add_option("--box", options.boxes, "the box; twice: and its standby")
        ->required()
        ->expected(1, 2);
    command.add_option("--number", options.number, "of the session, digits")->required();
    command.add_option("--max-candidates", options.max_candidates, "how many may be enrolled")
        ->required()
        ->check(CLI::Range(1, static_cast<int>(limits::candidates_per_session_max)));
    command.add_option("--out", options.out, "where to write the authorisation")->required();
    command.add_option("--uai", options.uai, "the school's national number");
    command.add_option("--campaign", options.campaign, "what the session belongs to");
    command.add_option("--days", options.days, "how long it is valid; 30 unless told")
        ->check(CLI::Range(1, 400));
    return command;
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App cli("Verifies and keeps the sessions that boxes have sealed.", "preau-central");
    cli.require_subcommand(1);
    std::string data, name, key, session;
    central::AuthoriseOptions authorisation;
    central::PlatformConfig platform;

    auto* init = cli.add_subcommand("init", "make the platform's keys and register if needed");
    auto* enrol = cli.add_subcommand("enrol-box", "let a box be known by its key");
    enrol->add_option("--name", name, "of the box")->required();
    enrol->add_option("--key", key, "public, hexadecimal")->required();
    auto* authorise = &add_authorise(cli, authorisation);
    auto* serve = cli.add_subcommand("serve", "take bundles in until SIGTERM");
    serve->add_option("--packs", platform.packs, "folder of compiled packs")->required();
    serve->add_option("--address", platform.address, "to listen on")->required();
    serve->add_option("--port", platform.port, "0: any free one")->required();
    serve->add_option("--database", platform.database,
                      "sqlite:PATH or postgresql://…; a file in the folder unless told");
    auto* answers = cli.add_subcommand("answers", "print the answers of an accepted session");
    answers->add_option("--session", session, "32 hexadecimal digits")->required();
    auto* sessions = cli.add_subcommand("sessions", "print what was received");
    for (auto* command : {init, enrol, authorise, serve, answers, sessions})
        command->add_option("--data", data, "the platform's folder")->required();
    try {
        cli.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return cli.exit(error) == 0 ? 0 : 2;
    }

    if (auto ready = seal::initialise(); !ready) return report(ready);
    platform.data = authorisation.data = data;
    if (*init) return report(central::init(data));
    if (*enrol) return report(central::enrol_box(data, name, key));
    if (*authorise) return report(central::authorise(authorisation));
    if (*serve) return report(central::serve(platform));
    if (*answers) return report(central::print_answers(data, session));
    return report(central::print_sessions(data));
}
