// SPDX-License-Identifier: Apache-2.0
#include "authoring/compile.hpp"
#include "json/write.hpp"
#include "pack/open.hpp"
#include "tool/command.hpp"
#include "tool/problem_list.hpp"
#include "tool/report.hpp"

#include <fmt/format.h>

#include <memory>

namespace preau::tool {

namespace {

struct Options {
    std::string source;
    std::string key;
    std::string out;
    bool json = false;
};

void print_pack(const pack::Pack& pack, const Options& options) {
    if (!options.json) {
        fmt::print("{}: pack {} {}, {} questions, {} pictures, sha256 {}\n", options.out, pack.id,
                   pack.version, pack.questions.size(), pack.media.size(), to_hex(pack.hash));
        return;
    }
    fmt::print("{}\n", json::write(json::Object{{"id", pack.id},
                                                {"version", pack.version},
                                                {"questions", pack.questions.size()},
                                                {"pictures", pack.media.size()},
                                                {"sha256", to_hex(pack.hash)}}));
}

int build(const Options& options) {
    const auto key = seal::SigningKey::load(options.key);
    if (!key) return report(key.error());
    const auto source = authoring::read_source(options.source);
    if (!source) return print_problems(source.error(), options.json);
    const auto compiled = authoring::compile(*source, *key);
    if (const auto written = authoring::write_pack(compiled, options.out); !written)
        return report(written.error());
    // What was just written must open as the box will open it.
    const auto pack = pack::open(options.out, key->public_key());
    if (!pack) return report(pack.error());
    print_pack(*pack, options);
    return kDone;
}

}  // namespace

void add_pack_build(CLI::App& parent, int& exit_code) {
    auto* command =
        parent.add_subcommand("build", "Compiles and signs a source folder into a pack");
    auto options = std::make_shared<Options>();
    command->add_option("SOURCE", options->source, "Folder with pack.toml and the questions")
        ->required();
    command->add_option("--key", options->key, "Content key, made by: preau key new")->required();
    command->add_option("--out", options->out, "Folder for the compiled pack")->required();
    command->add_flag("--json", options->json, "Print the outcome as one JSON object");
    command->callback([options, &exit_code] { exit_code = build(*options); });
}

}  // namespace preau::tool
