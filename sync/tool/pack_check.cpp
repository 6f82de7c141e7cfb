// SPDX-License-Identifier: Apache-2.0
#include "authoring/source.hpp"
#include "quality/review.hpp"
#include "tool/command.hpp"
#include "tool/problem_list.hpp"

#include <fmt/format.h>

#include <memory>

namespace preau::tool {

namespace {

struct Options {
    std::string folder;
    std::vector<std::string> files;
    bool json = false;
};

/// One question at a time, while a pack is being written.
authoring::Problems check_files(const Options& options) {
    authoring::Problems problems;
    for (const auto& file : options.files) authoring::read_question(options.folder, file, problems);
    return problems;
}

authoring::Problems check_whole(const std::string& folder) {
    const auto source = authoring::read_source(folder);
    return source ? quality::review(*source) : source.error();
}

int check(const Options& options) {
    const auto problems =
        options.files.empty() ? check_whole(options.folder) : check_files(options);
    return print_problems(problems, options.json);
}

}  // namespace

void add_pack_check(CLI::App& parent, int& exit_code) {
    auto* command = parent.add_subcommand(
        "check",
        "Says all there is to correct in a pack's source: the files, then the wording, "
        "the drawings and what the questions do not cover");
    auto options = std::make_shared<Options>();
    command->add_option("FOLDER", options->folder, "Folder with pack.toml and the questions")
        ->required();
    command->add_option("FILE", options->files,
                        "Check only these questions, named from the folder: 2.1/copie-cachee.md");
    command->add_flag("--json", options->json, "Print the outcome as one JSON object");
    command->callback([options, &exit_code] { exit_code = check(*options); });
}

}  // namespace preau::tool
