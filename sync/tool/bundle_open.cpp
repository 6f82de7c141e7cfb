// SPDX-License-Identifier: Apache-2.0
#include "base/file.hpp"
#include "seal/bundle.hpp"
#include "tool/bundle_file.hpp"
#include "tool/command.hpp"
#include "tool/report.hpp"

#include <fmt/format.h>

#include <memory>

namespace preau::tool {

namespace {

struct Options {
    std::string file, identity, out;
};

int open_bundle(const Options& options) {
    const auto bytes = read_bundle_file(options.file, options.identity);
    if (!bytes) return report(bytes.error());
    if (const auto bundle = seal::read_bundle(*bytes); !bundle) return report(bundle.error());
    if (std::filesystem::exists(options.out))
        return report(Error::malformed(options.out + " exists already: nothing is written over"));
    // Answers and names in clear: for its owner's eyes.
    if (const auto written = write_file(options.out, *bytes, FileAccess::secret); !written)
        return report(written.error());
    fmt::print("{}: {} bytes, in clear: delete it when you are done\n", options.out, bytes->size());
    return kDone;
}

}  // namespace

void add_bundle_open(CLI::App& parent, int& exit_code) {
    auto* command = parent.add_subcommand(
        "open", "Decrypts a bundle with one of the platform's keys; verifies no signature");
    auto options = std::make_shared<Options>();
    command->add_option("FILE", options->file, "The bundle, SESSION.preau")->required();
    command->add_option("--identity", options->identity, "age identity file of a recipient")
        ->required();
    command->add_option("--out", options->out, "Where to write it; must not exist")->required();
    command->callback([options, &exit_code] { exit_code = open_bundle(*options); });
}

}  // namespace preau::tool
