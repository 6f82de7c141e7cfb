// SPDX-License-Identifier: Apache-2.0
#include "seal/entropy.hpp"
#include "seal/keys.hpp"
#include "tool/command.hpp"
#include "tool/report.hpp"

#include <fmt/format.h>

#include <memory>

namespace preau::tool {

namespace {

int make_key(const std::string& file) {
    seal::SystemEntropy entropy;
    const auto key = seal::SigningKey::generate(entropy);
    if (const auto saved = key.save(file); !saved) return report(saved.error());
    fmt::print("{}\n", to_hex(key.public_key()));
    return kDone;
}

}  // namespace

void add_key_new(CLI::App& parent, int& exit_code) {
    auto* command = parent.add_subcommand(
        "new", "Makes a signing key, keeps it in FILE and prints its public key in hexadecimal");
    auto file = std::make_shared<std::string>();
    command->add_option("FILE", *file, "Where to keep the key; must not exist")->required();
    command->callback([file, &exit_code] { exit_code = make_key(*file); });
}

}  // namespace preau::tool
