// SPDX-License-Identifier: Apache-2.0
#include "seal/authorisation.hpp"
#include "seal/envelope.hpp"
#include "seal/names.hpp"
#include "tool/command.hpp"
#include "tool/facts.hpp"
#include "tool/report.hpp"
#include "tool/trust_files.hpp"

#include <fmt/format.h>

#include <memory>

namespace preau::tool {

namespace {

struct Options {
    std::string file, root;
    bool json = false;
};

std::string opening(const seal::Authorisation& authorisation) {
    if (!authorisation.wrapped_keys) return "the pack is not encrypted";
    std::string boxes;
    for (const auto& share : authorisation.shares)
        boxes += (boxes.empty() ? "" : " or ") + share.box;
    return "with the code of the day, on " + boxes;
}

Facts facts_of(const seal::Authorisation& a) {
    Facts facts;
    facts.add("session", a.session.hex())
        .add("number", a.number)
        .add("uai", a.uai)
        .add("campaign", a.campaign)
        .add("boxes", a.boxes)
        .add("from", to_iso8601(a.not_before))
        .add("until", to_iso8601(a.not_after))
        .add("pack", fmt::format("{} {}", a.pack_id, a.pack_version))
        .add("pack_sha256", to_hex(a.pack_hash))
        .add("roster_sha256", to_hex(a.roster_hash))
        .add("candidates", std::int64_t{a.max_candidates})
        .add("second_copy", std::string(a.mirror_required ? "required" : "optional"))
        .add("connection", std::string(a.tls_required ? "TLS only" : "plain HTTP allowed"))
        .add("network", std::string(seal::name(a.network)))
        .add("lockdown", std::string(seal::name(a.lockdown)))
        .add("minimum_software", a.minimum_software)
        .add("opens", opening(a))
        .add("codes", static_cast<std::int64_t>(a.verification_codes.size()))
        .add("local_numbers", a.local.numbers)
        .add("local_seats", std::int64_t{a.local.seats});
    return facts;
}

int run(const Options& options, bool verified) {
    const auto text = read_document_file(options.file);
    if (!text) return report(text.error());
    if (!verified) {
        const auto payload = seal::unverified_payload(*text, seal::kAuthorisationType);
        if (!payload) return report(payload.error());
        const auto authorisation = seal::read_authorisation(*payload);
        if (!authorisation) return report(authorisation.error());
        facts_of(*authorisation)
            .say("No signature was verified: preau authorise check does, with the root document.")
            .print(options.json);
        return kDone;
    }
    const auto root = read_root_file(options.root);
    if (!root) return report(root.error());
    const auto authorisation = seal::open_authorisation(*text, *root);
    if (!authorisation) return report(authorisation.error());
    facts_of(*authorisation).say("Signed by the platform's session key.").print(options.json);
    return kDone;
}

}  // namespace

void add_authorise_check(CLI::App& parent, int& exit_code) {
    auto* command = parent.add_subcommand(
        "check", "Verifies a session's authorisation and says what it allows");
    auto options = std::make_shared<Options>();
    command->add_option("FILE", options->file, "The authorisation")->required();
    command->add_option("--root", options->root, "The platform's root document")->required();
    command->add_flag("--json", options->json, "Print the outcome as one JSON object");
    command->callback([options, &exit_code] { exit_code = run(*options, true); });
}

void add_authorise_show(CLI::App& parent, int& exit_code) {
    auto* command =
        parent.add_subcommand("show", "Says what an authorisation states, verifying no signature");
    auto options = std::make_shared<Options>();
    command->add_option("FILE", options->file, "The authorisation")->required();
    command->add_flag("--json", options->json, "Print the outcome as one JSON object");
    command->callback([options, &exit_code] { exit_code = run(*options, false); });
}

}  // namespace preau::tool
