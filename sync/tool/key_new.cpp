// SPDX-License-Identifier: Apache-2.0
#include "seal/encryption_key.hpp"
#include "seal/entropy.hpp"
#include "seal/keys.hpp"
#include "tool/command.hpp"
#include "tool/report.hpp"

#include <fmt/format.h>

#include <memory>

namespace preau::tool {

namespace {

struct Options {
    std::string file;
    bool encryption = false, json = false;
};

int print_key(const Options& options, const std::string& key) {
    if (options.json)
        fmt::print("{{\"key\":\"{}\"}}\n", key);
    else
        fmt::print("{}\n", key);
    return kDone;
}

int make_key(const Options& options) {
    seal::SystemEntropy entropy;
    if (options.encryption) {
        const auto key = seal::EncryptionKey::generate(entropy);
        if (const auto saved = key.save(options.file); !saved) return report(saved.error());
        return print_key(options, seal::age_recipient_text(key.recipient()));
    }
    const auto key = seal::SigningKey::generate(entropy);
    if (const auto saved = key.save(options.file); !saved) return report(saved.error());
    return print_key(options, to_hex(key.public_key()));
}

}  // namespace

void add_key_new(CLI::App& parent, int& exit_code) {
    auto* command = parent.add_subcommand(
        "new", "Makes a key, keeps it in FILE for its owner alone and prints its public half");
    auto options = std::make_shared<Options>();
    command->add_option("FILE", options->file, "Where to keep the key; must not exist")->required();
    command->add_flag("--encryption", options->encryption,
                      "A key to encrypt to (an identity file of age), not one that signs");
    command->add_flag("--json", options->json, "Print the outcome as one JSON object");
    command->callback([options, &exit_code] { exit_code = make_key(*options); });
}

}  // namespace preau::tool
