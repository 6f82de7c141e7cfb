// SPDX-License-Identifier: Apache-2.0
#include "seal/encryption_key.hpp"
#include "seal/fingerprint.hpp"
#include "tool/command.hpp"
#include "tool/facts.hpp"
#include "tool/report.hpp"

#include <memory>

namespace preau::tool {

namespace {

struct Options {
    std::string key;
    bool json = false;
};

void add_fingerprint(Facts& facts, const seal::PublicKey& key) {
    facts.add("key", to_hex(key))
        .add("fingerprint", seal::fingerprint(key))
        .add("words", seal::fingerprint_words(key));
}

int show(const Options& options) {
    Facts facts;
    if (const auto signing = seal::SigningKey::load(options.key)) {
        facts.add("kind", std::string("signing"));
        add_fingerprint(facts, signing->public_key());
        facts.say(
            "Compare the fingerprint or the words, aloud, with whoever should know this key.");
    } else if (const auto encryption = seal::EncryptionKey::load(options.key)) {
        facts.add("kind", std::string("encryption"))
            .add("key", seal::age_recipient_text(encryption->recipient()));
    } else {
        return report(signing.error());
    }
    facts.print(options.json);
    return kDone;
}

int words(const Options& options) {
    const auto key = array_from_hex<32>(options.key);
    if (!key) return report(Error::malformed("a public key is 64 hexadecimal digits"));
    Facts facts;
    add_fingerprint(facts, *key);
    facts.print(options.json);
    return kDone;
}

}  // namespace

void add_key_show(CLI::App& parent, int& exit_code) {
    auto* command = parent.add_subcommand(
        "show",
        "Says what a key file holds: its kind, public half and fingerprint, never the secret");
    auto options = std::make_shared<Options>();
    command->add_option("FILE", options->key, "A key file, made by: preau key new")->required();
    command->add_flag("--json", options->json, "Print the outcome as one JSON object");
    command->callback([options, &exit_code] { exit_code = show(*options); });
}

void add_key_words(CLI::App& parent, int& exit_code) {
    auto* command = parent.add_subcommand(
        "words",
        "Tells a public signing key in symbols and in French words, to compare by telephone");
    auto options = std::make_shared<Options>();
    command->add_option("KEY", options->key, "The public key, 64 hexadecimal digits")->required();
    command->add_flag("--json", options->json, "Print the outcome as one JSON object");
    command->callback([options, &exit_code] { exit_code = words(*options); });
}

}  // namespace preau::tool
