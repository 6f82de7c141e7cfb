// SPDX-License-Identifier: Apache-2.0
#include "app/commands.hpp"
#include "app/version.hpp"
#include "base/log.hpp"
#include "exam/words.hpp"
#include "seal/initialise.hpp"

#include <CLI/CLI.hpp>

namespace {

using namespace preau;

template <class Command>
Result<void> with_configuration(const std::string& file, Command command) {
    auto configuration = app::read_configuration(file);
    if (!configuration) return fail(std::move(configuration.error()));
    return command(std::move(*configuration));
}

int report(const Result<void>& done) {
    if (done) return 0;
    log::error("preau-box.failed", {{"why", done.error().message}});
    return 1;
}

void add_session_options(CLI::App& create, app::SessionFiles& files, std::string& lockdown) {
    auto* parcel = create.add_option("--parcel", files.parcel, "as the platform sent it");
    auto* authorisation = create.add_option("--authorisation", files.authorisation,
                                            "signed by the platform, when not in a parcel");
    auto* roster = create.add_option("--roster", files.roster, "the roster it names, CSV");
    authorisation->excludes(parcel)->needs(roster);
    roster->needs(authorisation);
    create.add_option("--site", files.site, "name of the site")->required();
    create.add_option("--room", files.room, "name of the room")->required();
    create.add_option("--date", files.date, "YYYY-MM-DD")->required();
    create.add_option("--time", files.time, "HH:MM")->required();
    create.add_option("--examiner", files.examiner, "names of the invigilators, commas between")
        ->required();
    auto* by = create.add_option("--override-window-by", files.window_override.name,
                                 "who opens the session outside its authorised window");
    auto* reason = create.add_option("--reason", files.window_override.reason,
                                     "why: it goes into the journal, and the platform confirms it");
    by->needs(reason);
    reason->needs(by);
    create.add_option("--lockdown", lockdown, "what every seat must have, the centre's choice")
        ->check(CLI::IsMember({"none", "companion", "seb", "any"}))
        ->capture_default_str();
    create.parse_complete_callback([parcel, roster] {
        if (parcel->count() + roster->count() == 0)
            throw CLI::RequiredError("--parcel, or --authorisation and --roster");
    });
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App cli("Hosts certification sessions on the exam room's network.", "preau-box");
    cli.set_version_flag("--version", std::string(app::kVersion));
    cli.require_subcommand(1);
    std::string file;
    app::SessionFiles files;
    store::StaffMember member;
    std::string lockdown = "none";
    std::string request_file;

    auto* identity =
        cli.add_subcommand("identity", "make the box's keys if needed; print who it is");
    auto* request = cli.add_subcommand("request", "write what the platform needs to enrol the box");
    auto* create = cli.add_subcommand("create-session", "open an authorised session on this box");
    auto* serve = cli.add_subcommand("serve", "serve the exam room until SIGTERM");
    auto* office_code = cli.add_subcommand(
        "office-code", "draw a new code for the office's page (/bureau); the one before is void");
    auto* staff = cli.add_subcommand("staff", "whom the office expects in the exam room");
    staff->require_subcommand(1);
    auto* add = staff->add_subcommand("add", "expect somebody, for good or until a day");
    auto* list = staff->add_subcommand("list", "who is expected");
    for (auto* command : {identity, request, create, serve, office_code, add, list})
        command->add_option("--config", file, "configuration, TOML")->required();
    request->add_option("--out", request_file, "file to write; without it, one in the outbox");
    add_session_options(*create, files, lockdown);
    add->add_option("--name", member.name, "as it is typed at the door")->required();
    add->add_option("--until", member.valid_until, "last day, YYYY-MM-DD: a one-day invigilator");
    try {
        cli.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return cli.exit(error) == 0 ? 0 : 2;
    }

    files.lockdown = exam::from_word<exam::LockdownPolicy>(lockdown).value();
    if (auto ready = seal::initialise(); !ready) return report(ready);
    if (*identity) return report(with_configuration(file, app::print_identity));
    if (*request)
        return report(with_configuration(file, [&](const app::Configuration& configuration) {
            return app::write_request(configuration, request_file);
        }));
    if (*serve) return report(with_configuration(file, app::serve));
    if (*office_code) return report(with_configuration(file, app::print_office_code));
    if (*list) return report(with_configuration(file, app::list_staff));
    if (*add)
        return report(with_configuration(file, [&](const app::Configuration& configuration) {
            if (!member.valid_until.empty()) member.kind = store::StaffKind::one_day;
            return app::add_staff(configuration, member);
        }));
    return report(with_configuration(file, [&](app::Configuration configuration) {
        return app::create_session(std::move(configuration), files);
    }));
}
