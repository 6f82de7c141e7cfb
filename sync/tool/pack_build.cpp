// SPDX-License-Identifier: Apache-2.0
#include "authoring/compile.hpp"
#include "json/write.hpp"
#include "pack/open.hpp"
#include "seal/entropy.hpp"
#include "tool/command.hpp"
#include "tool/problem_list.hpp"
#include "tool/report.hpp"

#include <fmt/format.h>

#include <memory>

namespace preau::tool {

namespace {

struct Options {
    std::string source;
    std::vector<std::string> keys;
    std::vector<std::string> escrows;
    std::string out;
    bool json = false;
};

void print_pack(const pack::SignedManifest& named, const Options& options) {
    const auto& cover = named.manifest.cover;
    if (!options.json) {
        fmt::print("{}: pack {} {}, {} questions, sha256 {}\n", options.out, cover.id,
                   cover.version, named.manifest.items, to_hex(named.hash));
        return;
    }
    fmt::print("{}\n", json::write(json::Object{{"id", cover.id},
                                                {"version", cover.version},
                                                {"questions", named.manifest.items},
                                                {"sha256", to_hex(named.hash)}}));
}

Result<std::vector<seal::SigningKey>> load_keys(const std::vector<std::string>& files) {
    std::vector<seal::SigningKey> keys;
    for (const auto& file : files) {
        auto key = seal::SigningKey::load(file);
        if (!key) return fail(std::move(key.error()));
        keys.push_back(std::move(*key));
    }
    return keys;
}

Result<std::vector<seal::RecipientKey>> read_escrows(const std::vector<std::string>& texts) {
    std::vector<seal::RecipientKey> escrows;
    for (const auto& text : texts) {
        auto escrow = seal::parse_age_recipient(text);
        if (!escrow) return fail(std::move(escrow.error()).with_context("--escrow"));
        escrows.push_back(*escrow);
    }
    return escrows;
}

/// What was just written must verify as a box will have it.
Result<pack::SignedManifest> verify_written(const Options& options,
                                            std::span<const seal::SigningKey> keys) {
    seal::RoleKeys role;
    for (const auto& key : keys) role.keys.push_back(key.public_key());
    role.threshold = keys.size();
    return pack::verify(options.out, role);
}

Result<pack::SignedManifest> seal_and_write(const authoring::ClearPack& clear,
                                            const Options& options) {
    const auto keys = load_keys(options.keys);
    if (!keys) return fail(keys.error());
    const auto escrows = read_escrows(options.escrows);
    if (!escrows) return fail(escrows.error());
    seal::SystemEntropy entropy;
    const auto sealed = authoring::seal_pack(clear, {*keys, *escrows}, entropy);
    if (!sealed) return fail(sealed.error());
    if (auto written = authoring::write_pack(*sealed, options.out); !written)
        return fail(std::move(written.error()));
    return verify_written(options, *keys);
}

int build(const Options& options) {
    const auto source = authoring::read_source(options.source);
    if (!source) return print_problems(source.error(), options.json);
    const auto clear = authoring::compile(*source);
    // It must read as the box will read it.
    if (const auto read = pack::read_pack(clear.manifest, as_bytes(clear.public_part),
                                          as_bytes(clear.secret_part));
        !read)
        return report(read.error());
    const auto named = seal_and_write(clear, options);
    if (!named) return report(named.error());
    print_pack(*named, options);
    return kDone;
}

}  // namespace

void add_pack_build(CLI::App& parent, int& exit_code) {
    auto* command = parent.add_subcommand(
        "build", "Compiles a source folder into a pack, encrypted and signed by two people");
    auto options = std::make_shared<Options>();
    command->add_option("SOURCE", options->source, "Folder with pack.toml and the questions")
        ->required();
    command->add_option("--key", options->keys, "A content key, made by: preau key new; twice")
        ->required()
        ->expected(2, 8);
    command
        ->add_option("--escrow", options->escrows,
                     "Who can always open it: the platform's escrow recipient, age1…")
        ->required()
        ->expected(1, 4);
    command->add_option("--out", options->out, "Folder for the compiled pack")->required();
    command->add_flag("--json", options->json, "Print the outcome as one JSON object");
    command->callback([options, &exit_code] { exit_code = build(*options); });
}

}  // namespace preau::tool
