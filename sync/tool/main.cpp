// SPDX-License-Identifier: Apache-2.0
#include "seal/initialise.hpp"
#include "tool/command.hpp"
#include "tool/report.hpp"

#include <array>

namespace preau::tool {

namespace {

struct Command {
    const char* group;  ///< "preau GROUP COMMAND"; null for "preau COMMAND"
    void (*add)(CLI::App& parent, int& exit_code);
};

/// The whole program, one line for each command.
constexpr std::array kCommands = {
    Command{"answer", add_answer_check},
    Command{nullptr, add_demo},
    Command{nullptr, add_rehearse},
    Command{"bundle", add_bundle_verify},
    Command{"bundle", add_bundle_open},
    Command{"bundle", add_bundle_compare},
    Command{"key", add_key_new},
    Command{"pack", add_pack_build},
    Command{"pack", add_pack_check},
    Command{"pack", add_pack_import},
    Command{"pack", add_pack_new},
    Command{"pack", add_pack_show},
    Command{"pack", add_pack_simulate},
    Command{"key", add_key_show},
    Command{"key", add_key_words},
    Command{"enrol", add_enrol_request},
    Command{"enrol", add_enrol_sign},
    Command{"enrol", add_enrol_check},
    Command{"authorise", add_authorise_make},
    Command{"authorise", add_authorise_check},
    Command{"authorise", add_authorise_show},
    Command{"receipt", add_receipt_check},
    Command{"receipt", add_receipt_show},
};

CLI::App& parent_of(const Command& command, CLI::App& app) {
    if (command.group == nullptr) return app;
    const auto known = app.get_subcommands(
        [&](const CLI::App* added) { return added->get_name() == command.group; });
    if (!known.empty()) return *known.front();
    return *app.add_subcommand(command.group)->require_subcommand(1);
}

int run(int argc, char** argv) {
    int exit_code = kDone;
    CLI::App app("Makes and checks the files of Préau");
    app.require_subcommand(1);
    for (const auto& command : kCommands) command.add(parent_of(command, app), exit_code);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? kDone : kUsage;
    }
    return exit_code;
}

}  // namespace

}  // namespace preau::tool

int main(int argc, char** argv) {
    if (const auto ready = preau::seal::initialise(); !ready)
        return preau::tool::report(ready.error());
    return preau::tool::run(argc, argv);
}
