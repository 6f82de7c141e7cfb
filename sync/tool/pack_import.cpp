// SPDX-License-Identifier: Apache-2.0
#include "base/file.hpp"
#include "importers/moodle.hpp"
#include "importers/pix_release.hpp"
#include "importers/qti.hpp"
#include "importers/write_drafts.hpp"
#include "json/write.hpp"
#include "tool/command.hpp"
#include "tool/report.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <memory>

namespace preau::tool {

namespace {

constexpr std::size_t kFileBytesMax = 256u * 1024 * 1024;  // a whole release of Pix

struct Options {
    std::vector<std::string> files;
    std::string format;
    std::string out;
    importers::Defaults defaults;
    importers::Credit credit;
    bool json = false;
};

Result<importers::Imported> read_one(const Options& options, const std::string& file) {
    const auto bytes = read_file(file, kFileBytesMax);
    if (!bytes) return fail(bytes.error());
    const auto text = as_text(*bytes);
    const auto folder = std::filesystem::path(file).parent_path();
    auto imported = options.format == "pix"   ? importers::read_pix_release(text, folder)
                    : options.format == "qti" ? importers::read_qti(text, folder, options.defaults)
                                              : importers::read_moodle(text, options.defaults);
    if (!imported) return fail(std::move(imported.error()).with_context(file));
    return imported;
}

Result<importers::Imported> read_all(const Options& options) {
    importers::Imported all;
    for (const auto& file : options.files) {
        auto one = read_one(options, file);
        if (!one) return one;
        std::ranges::move(one->drafts, std::back_inserter(all.drafts));
        std::ranges::move(one->losses, std::back_inserter(all.losses));
    }
    return all;
}

void print_json(const importers::Outcome& outcome) {
    json::Array written;
    for (const auto& question : outcome.written)
        written.push_back(json::Object{{"file", question.file}, {"origin", question.origin}});
    json::Array left_out;
    json::Array dropped;
    for (const auto& loss : outcome.losses)
        (loss.whole ? left_out : dropped)
            .push_back(json::Object{{"origin", loss.origin}, {"what", loss.what}});
    fmt::print("{}\n", json::write(json::Object{{"written", std::move(written)},
                                                {"left_out", std::move(left_out)},
                                                {"dropped", std::move(dropped)}}));
}

void print_text(const importers::Outcome& outcome, const std::string& folder) {
    std::size_t left_out = 0;
    for (const auto& loss : outcome.losses) {
        fmt::print("{}: {}{}\n", loss.origin,
                   loss.whole ? "left out: " : "not carried over: ", loss.what);
        left_out += loss.whole ? 1 : 0;
    }
    fmt::print("{}: {} questions written, {} left out\n", folder, outcome.written.size(), left_out);
}

int import(const Options& options) {
    const auto imported = read_all(options);
    if (!imported) return report(imported.error());
    const auto outcome = importers::write_drafts(*imported, options.credit, options.out);
    if (!outcome) return report(outcome.error());
    if (options.json)
        print_json(*outcome);
    else
        print_text(*outcome, options.out);
    return outcome->written.empty() ? kRefused : kDone;
}

}  // namespace

void add_pack_import(CLI::App& parent, int& exit_code) {
    auto* command = parent.add_subcommand(
        "import",
        "Reads questions of another system into a new folder of a pack's source, and "
        "lists all that could not be carried over");
    auto options = std::make_shared<Options>();
    command->add_option("FILE", options->files, "Files to read")->required();
    command
        ->add_option("--format", options->format,
                     "pix (a learning-content release), qti (items of QTI 2.1 or 3.0) or moodle "
                     "(Moodle XML)")
        ->required()
        ->check(CLI::IsMember({"pix", "qti", "moodle"}));
    command->add_option("--out", options->out, "Folder to make; must not exist")->required();
    command->add_option("--licence", options->credit.licence, "Licence of the questions")
        ->required();
    command->add_option("--author", options->credit.author, "Author of the questions")->required();
    command->add_option("--competence", options->defaults.competence,
                        "Competence of the questions, as 3.1 (qti, moodle)");
    command->add_option("--tube", options->defaults.tube,
                        "Tube of the questions that name none (qti, moodle)");
    command->add_flag("--json", options->json, "Print the outcome as one JSON object");
    command->callback([options, &exit_code] { exit_code = import(*options); });
}

}  // namespace preau::tool
