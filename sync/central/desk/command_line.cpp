// SPDX-License-Identifier: Apache-2.0
#include "central/desk/command_line.hpp"

#include "base/limits.hpp"

#include <CLI/CLI.hpp>

namespace preau::central {

struct DeskCommandLine::Options {
    Workplace workplace;
    bool is_demo = false;
    CLI::App* init = nullptr;
    std::string box, uai, session, holder;
    std::filesystem::path next_root, pupils;
    EnrolOptions enrol;
    RevokeOptions revoke;
    TimestampOptions timestamp;
    AuthoriseSession authorise;
    bool mirror = false;
    std::string network = "direct", lockdown = "none";
    DocumentsOptions documents;
    JuryOptions jury;
    TokenOptions token;
};

DeskCommandLine::DeskCommandLine(CLI::App& cli) : cli_(cli), options_(new Options) {
    auto& o = *options_;
    o.init = cli_.add_subcommand("init",
                                 "make the platform's keys, root document and first timestamp, "
                                 "where they are missing");
    o.init->add_flag("--demo", o.is_demo, "keys that no production box will ever believe");
    o.init->add_option("--data", o.workplace.data, "the platform's folder")->required();
    o.init->add_option("--database", o.workplace.database, "sqlite:PATH or postgresql://…");
    add_enrolment();
    add_documents();
    add_authorise();
    add_jury();
    add_people();
}

DeskCommandLine::~DeskCommandLine() = default;

CLI::App& DeskCommandLine::add(CLI::App& parent, const char* name, const char* help, Work work) {
    auto* command = parent.add_subcommand(name, help);
    auto& workplace = options_->workplace;
    command->add_option("--data", workplace.data, "the platform's folder")->required();
    command->add_option("--database", workplace.database,
                        "sqlite:PATH or postgresql://…; else central.db in the folder");
    commands_.emplace_back(command, std::move(work));
    return *command;
}

void DeskCommandLine::add_enrolment() {
    auto& o = *options_;
    auto& code =
        add(cli_, "enrolment-code", "a one-time code with which a box enrols, good for a day",
            [&o](auto& desk) { return give_enrolment_code(desk, o.box, o.uai); });
    code.add_option("--box", o.box, "the name it will have: BOX-7Q4M")->required();
    code.add_option("--uai", o.uai, "its school's national number")->required();

    auto& enrol = add(cli_, "enrol", "certify a box that sent its request as a file",
                      [&o](auto& desk) { return enrol_from_file(desk, o.enrol); });
    enrol.add_option("--request", o.enrol.request, "the file from the box")->required();
    enrol.add_option("--code", o.enrol.code, "the one-time code that it was given");
    enrol.add_option("--box", o.enrol.box, "or its name, when you vouch for the machine");
    enrol.add_option("--out", o.enrol.out, "where to write the certificate");

    auto& revoke = add(cli_, "revoke", "stop believing a box, and say so in a new timestamp",
                       [&o](auto& desk) { return revoke_box(desk, o.revoke); });
    revoke.add_option("--box", o.revoke.box, "its name")->required();
    revoke.add_option("--reason", o.revoke.reason, "in a few words")->required();
    revoke.add_option("--by", o.revoke.by, "who decides")->required();
    revoke.add_option("--since", o.revoke.since, "an earlier time, 2026-11-24T09:00:00.000Z");
}

void DeskCommandLine::add_documents() {
    auto& o = *options_;
    auto& timestamp = add(cli_, "timestamp", "say anew what is current, valid for thirty days",
                          [&o](auto& desk) { return make_timestamp(desk, o.timestamp); });
    timestamp.add_option("--packs", o.timestamp.packs, "folder of the current packs");
    timestamp.add_option("--minimum-software", o.timestamp.minimum_software,
                         "oldest version that boxes may run");

    auto& root = add(cli_, "root", "take in a root document that follows the one in force",
                     [&o](auto& desk) { return install_root(desk, o.next_root); });
    root.add_option("--next", o.next_root, "signed by the keys of both")->required();

    auto& documents =
        add(cli_, "documents", "list what a box can fetch, or write it for a USB stick",
            [&o](auto& desk) { return give_documents(desk, o.documents); });
    documents.add_option("--box", o.documents.box, "its name")->required();
    documents.add_option("--packs", o.documents.packs, "folder of packs, to bring those it needs");
    documents.add_option("--out", o.documents.out, "the stick's folder vers-le-boitier");
}

void DeskCommandLine::add_authorise() {
    auto& o = *options_;
    auto& order = o.authorise.order;
    auto& command =
        add(cli_, "authorise", "let a box hold a session; prints the code of the day",
            [&o](auto& desk) {
                auto options = std::move(o.authorise);
                options.order.mirror_required = o.mirror;
                options.order.network =
                    o.network == "nat" ? seal::NetworkMode::nat : seal::NetworkMode::direct;
                for (const auto rule : {seal::LockdownRule::none, seal::LockdownRule::companion,
                                        seal::LockdownRule::seb, seal::LockdownRule::any})
                    if (seal::name(rule) == o.lockdown) options.order.lockdown = rule;
                return authorise_session(desk, std::move(options));
            });
    command.add_option("--pack", o.authorise.pack, "the compiled pack, a folder")->required();
    command.add_option("--roster", o.authorise.roster, "the school's list, CSV")->required();
    command.add_option("--box", order.boxes, "the box; twice: and its standby")
        ->required()
        ->expected(1, 2);
    command.add_option("--number", order.number, "of the session, digits")->required();
    command.add_option("--uai", order.uai, "the school's national number");
    command.add_option("--centre", order.centre, "the school's name, for certificates");
    command.add_option("--campaign", order.campaign, "what the session belongs to");
    command.add_option("--max-candidates", order.max_candidates, "how many may be enrolled")
        ->required()
        ->check(CLI::Range(1, static_cast<int>(limits::candidates_per_session_max)));
    command.add_option("--local-number", order.local.numbers,
                       "number of a session that the box may create by itself; several times");
    command.add_option("--local-seats", order.local.seats, "candidates in all of those")
        ->check(CLI::Range(0, static_cast<int>(limits::candidates_per_session_max)));
    command.add_option("--days", o.authorise.days, "how long it is valid; 30 unless told")
        ->check(CLI::Range(1, 400));
    command.add_flag("--mirror", o.mirror, "no answer is acknowledged before a second copy");
    command.add_flag("--tls", order.tls_required, "plain HTTP is not allowed");
    command.add_option("--network", o.network, "direct, or nat: one address for the room")
        ->check(CLI::IsMember({"direct", "nat"}));
    command.add_option("--lockdown", o.lockdown, "none, companion, seb or any")
        ->check(CLI::IsMember({"none", "companion", "seb", "any"}));
    command.add_option("--minimum-software", order.minimum_software, "oldest version it may run");
    command.add_option("--out", o.authorise.out, "where to write the signed authorisation too");
}

void DeskCommandLine::add_jury() {
    auto& o = *options_;
    auto& jury = add(cli_, "jury", "take a decision about a candidate of an accepted session",
                     [&o](auto& desk) { return decide(desk, o.jury); });
    jury.add_option("--session", o.jury.session, "32 hexadecimal digits")->required();
    jury.add_option("--act", o.jury.act,
                    "cancel, uncancel, reject_for_fraud, unreject, correct_identity, comment or "
                    "confirm")
        ->required();
    jury.add_option("--candidate", o.jury.candidate, "their number; left out: the session");
    jury.add_option("--by", o.jury.by, "who decides")->required();
    jury.add_option("--why", o.jury.why, "their reason");
    jury.add_option("--audience", o.jury.audience, "of a comment: candidate, organisation, jury");
    jury.add_option("--comment", o.jury.comment, "its text");
    jury.add_option("--last-name", o.jury.last_name, "of a corrected identity");
    jury.add_option("--first-name", o.jury.first_name, "of a corrected identity");
    jury.add_option("--birthdate", o.jury.birthdate, "of a corrected identity, AAAA-MM-JJ");

    auto& publish =
        add(cli_, "publish", "make a session's results readable, and send them to its box",
            [&o](auto& desk) {
                o.jury.act = word(Act::publish);
                return decide(desk, o.jury);
            });
    publish.add_option("--session", o.jury.session, "32 hexadecimal digits")->required();
    publish.add_option("--by", o.jury.by, "who decides")->required();

    auto& show =
        add(cli_, "jury-file", "print an accepted session, its certifications and decisions",
            [&o](auto& desk) { return show_session(desk, o.session); });
    show.add_option("--session", o.session, "32 hexadecimal digits")->required();
}

void DeskCommandLine::add_people() {
    auto& o = *options_;
    auto& pupils = add(cli_, "pupils", "take in who has which account and INE",
                       [&o](auto& desk) { return add_pupils(desk, o.pupils); });
    pupils
        .add_option("--file", o.pupils,
                    "a JSON object on each line: account, ine, uai, last_name, first_name, "
                    "birthdate")
        ->required();

    auto& tokens = *cli_.add_subcommand("token", "who may ask what of the platform");
    tokens.require_subcommand(1);
    auto& token = add(tokens, "new", "give a person or a system access; prints the token, once",
                      [&o](auto& desk) { return give_token(desk, o.token); });
    token.add_option("--holder", o.token.holder, "whose name decisions will bear")->required();
    token
        .add_option("--scope", o.token.scopes,
                    "operations, jury, parcoursup, organizations-certifications-result or "
                    "account; several times")
        ->required();
    token.add_option("--days", o.token.days, "how long it is valid; 365 unless told")
        ->check(CLI::Range(1, 3660));

    auto& revoke = add(tokens, "revoke", "end every token of a person, a system or a box",
                       [&o](auto& desk) { return take_back_tokens(desk, o.holder); });
    revoke.add_option("--holder", o.holder, "as it was given")->required();
}

std::optional<Printed> DeskCommandLine::run() {
    const auto& workplace = options_->workplace;
    if (*options_->init)
        return begin_platform(workplace,
                              options_->is_demo ? seal::Purpose::demo : seal::Purpose::production);
    for (auto& [command, work] : commands_) {
        if (!*command) continue;
        auto desk = OpenedDesk::open(workplace);
        if (!desk) return fail(std::move(desk.error()));
        auto printed = work(**desk);
        if (!printed) return printed;
        if (auto closed = (*desk)->database->close(); !closed)
            return fail(std::move(closed.error()));
        return printed;
    }
    return std::nullopt;
}

}  // namespace preau::central
