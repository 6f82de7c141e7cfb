// SPDX-License-Identifier: Apache-2.0
#include "seal/checkpoint.hpp"
#include "seal/code.hpp"
#include "tool/command.hpp"
#include "tool/facts.hpp"
#include "tool/report.hpp"
#include "tool/trust_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

namespace preau::tool {

namespace {

struct Options {
    std::string file, root;
    bool json = false;
};

std::vector<std::string> signers(const seal::Note& note) {
    std::vector<std::string> names;
    for (const auto& signature : note.signatures) names.push_back(signature.key_name);
    return names;
}

Facts facts_of(const seal::Checkpoint& checkpoint, const seal::Note& note) {
    Facts facts;
    facts.add("journal", checkpoint.origin)
        .add("records", static_cast<std::int64_t>(checkpoint.size))
        .add("root", to_hex(checkpoint.root))
        .add("code", seal::session_code(checkpoint.size, checkpoint.root))
        .add("signed_by", signers(note));
    return facts;
}

/// The time of the receipt, by any of the platform's receipt keys.
Result<std::int64_t> received_at(std::string_view text, const seal::Root& root) {
    Result<std::int64_t> found = fail(Error::malformed("receipt: no key to verify it with"));
    for (const auto& key : root.verifiers(seal::Role::receipt)) {
        found = seal::verify_cosignature(text, key);
        if (found) break;
    }
    return found;
}

int run(const Options& options, bool verified) {
    const auto text = read_document_file(options.file);
    if (!text) return report(text.error());
    const auto note = seal::read_note(*text);
    if (!note) return report(note.error());
    const auto checkpoint = seal::unverified_checkpoint(*text);
    if (!checkpoint) return report(checkpoint.error());
    auto facts = facts_of(*checkpoint, *note);
    if (!verified) {
        facts.say("Nothing was verified: preau receipt check does, with the root document.");
        facts.print(options.json);
        return kDone;
    }
    const auto root = read_root_file(options.root);
    if (!root) return report(root.error());
    const auto time = received_at(*text, *root);
    if (!time) return report(time.error());
    facts.add("received", to_iso8601(WallTime{*time * 1000}))
        .say(
            "The platform states that it stored and verified every record of this session. "
            "Compare the code with the one written in the minutes.");
    facts.print(options.json);
    return kDone;
}

}  // namespace

void add_receipt_check(CLI::App& parent, int& exit_code) {
    auto* command = parent.add_subcommand(
        "check", "Verifies the platform's receipt of a session and says what it covers");
    auto options = std::make_shared<Options>();
    command->add_option("FILE", options->file, "The receipt, SESSION.receipt")->required();
    command->add_option("--root", options->root, "The platform's root document")->required();
    command->add_flag("--json", options->json, "Print the outcome as one JSON object");
    command->callback([options, &exit_code] { exit_code = run(*options, true); });
}

void add_receipt_show(CLI::App& parent, int& exit_code) {
    auto* command = parent.add_subcommand("show", "Says what a receipt states, verifying nothing");
    auto options = std::make_shared<Options>();
    command->add_option("FILE", options->file, "The receipt, SESSION.receipt")->required();
    command->add_flag("--json", options->json, "Print the outcome as one JSON object");
    command->callback([options, &exit_code] { exit_code = run(*options, false); });
}

}  // namespace preau::tool
