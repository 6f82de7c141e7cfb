// SPDX-License-Identifier: Apache-2.0
#include "json/write.hpp"
#include "tool/bundle_comparison.hpp"
#include "tool/bundle_file.hpp"
#include "tool/command.hpp"
#include "tool/report.hpp"

#include <fmt/format.h>

#include <memory>

namespace preau::tool {

namespace {

struct Options {
    std::string one, other, identity;
    bool json = false;
};

std::string_view word(Kinship kinship) {
    switch (kinship) {
        case Kinship::same:
            return "same";
        case Kinship::continued:
            return "continued";
        case Kinship::forked:
            return "forked";
        case Kinship::strangers:
            return "strangers";
    }
    PREAU_UNREACHABLE();
}

Result<seal::Bundle> read(const std::string& file, const std::string& identity) {
    const auto bytes = read_bundle_file(file, identity);
    if (!bytes) return fail(bytes.error());
    auto bundle = seal::read_bundle(*bytes);
    if (!bundle) return fail(std::move(bundle.error()).with_context(file));
    return bundle;
}

int compare(const Options& options) {
    const auto one = read(options.one, options.identity);
    if (!one) return report(one.error());
    const auto other = read(options.other, options.identity);
    if (!other) return report(other.error());
    const auto found = compare_bundles(*one, *other);
    if (options.json)
        fmt::print("{}\n", json::write(json::Object{{"kinship", word(found.kinship)},
                                                    {"common", found.common},
                                                    {"words", found.words}}));
    else
        fmt::print("{}\n", found.words);
    const bool agree = found.kinship == Kinship::same || found.kinship == Kinship::continued;
    return agree ? kDone : kRefused;
}

}  // namespace

void add_bundle_compare(CLI::App& parent, int& exit_code) {
    auto* command = parent.add_subcommand(
        "compare", "Says how two bundles of a session are to each other; fails when they fork");
    auto options = std::make_shared<Options>();
    command->add_option("ONE", options->one, "A bundle")->required();
    command->add_option("OTHER", options->other, "Another one")->required();
    command->add_option("--identity", options->identity, "age identity file that opens both");
    command->add_flag("--json", options->json, "Print the outcome as one JSON object");
    command->callback([options, &exit_code] { exit_code = compare(*options); });
}

}  // namespace preau::tool
