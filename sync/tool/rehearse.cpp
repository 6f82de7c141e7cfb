// SPDX-License-Identifier: Apache-2.0
#include "base/limits.hpp"
#include "tool/command.hpp"
#include "tool/rehearsal.hpp"
#include "tool/report.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <memory>
#include <utility>

namespace preau::tool {

namespace {

/// A folder of its own under the system's temporary folder, removed at the end unless kept.
class TemporaryFolder {
  public:
    static Result<TemporaryFolder> make(bool keep) {
        std::error_code error;
        auto pattern = (std::filesystem::temp_directory_path(error) / "preau-rehearsal-XXXXXX");
        auto text = pattern.string();
        if (error || ::mkdtemp(text.data()) == nullptr)
            return fail(errno_error("make a temporary folder " + text));
        return TemporaryFolder(text, keep);
    }
    TemporaryFolder(TemporaryFolder&& other) noexcept
        : path_(std::exchange(other.path_, {})), keep_(other.keep_) {}
    TemporaryFolder& operator=(TemporaryFolder&&) = delete;
    ~TemporaryFolder() {
        if (path_.empty() || keep_) return;
        std::error_code error;
        std::filesystem::remove_all(path_, error);
        if (error) fmt::print(stderr, "preau: {} could not be removed\n", path_.string());
    }
    const std::filesystem::path& path() const { return path_; }

  private:
    TemporaryFolder(std::filesystem::path path, bool keep) : path_(std::move(path)), keep_(keep) {}

    std::filesystem::path path_;
    bool keep_;
};

struct Options {
    RehearsalOptions rehearsal;
    bool keep = false;
    std::int64_t patience_seconds = 600;
};

/// Scripts know only success and failure here, whatever the kind of failure.
int failed(const Error& error) {
    report(error);
    return kRefused;
}

int run(Options options) {
    options.rehearsal.patience = seconds(options.patience_seconds);
    StopSignals signals;
    const auto folder = TemporaryFolder::make(options.keep);
    if (!folder) return failed(folder.error());
    const auto place = folder->path() / "run";
    if (options.keep) fmt::print("everything is kept in {}\n", place.string());
    const auto verdict = rehearse(options.rehearsal, place, signals);
    if (!verdict) return failed(verdict.error());
    fmt::print("{}\n", verdict->line());
    return verdict->is_good() ? kDone : kRefused;
}

}  // namespace

void add_rehearse(CLI::App& parent, int& exit_code) {
    auto* command = parent.add_subcommand(
        "rehearse",
        "Robots sit a whole session, then what was saved is compared with the platform");
    auto options = std::make_shared<Options>();
    auto& rehearsal = options->rehearsal;
    command->add_option("--programs", rehearsal.programs, "Folder of the programs")->required();
    command->add_option("--web", rehearsal.web, "Folder of the built pages")->required();
    command->add_option("--pack", rehearsal.pack, "Source folder of a pack")->required();
    command->add_option("--candidates", rehearsal.candidates, "How many robots")
        ->check(CLI::Range(std::size_t{1}, limits::candidates_per_session_max))
        ->capture_default_str();
    command->add_option("--seed", rehearsal.seed, "Decides who they are and what they answer")
        ->capture_default_str();
    command->add_option("--kills", rehearsal.kills, "How many times the box is killed meanwhile")
        ->check(CLI::Range(std::size_t{0}, std::size_t{1000}));
    command->add_option("--patience", options->patience_seconds, "Seconds before giving up")
        ->check(CLI::Range(std::int64_t{10}, std::int64_t{24 * 3600}))
        ->capture_default_str();
    command->add_flag("--keep", options->keep, "Keep the folder with all files and logs");
    command->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace preau::tool
