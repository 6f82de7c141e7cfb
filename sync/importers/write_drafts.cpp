// SPDX-License-Identifier: Apache-2.0
#include "importers/write_drafts.hpp"

#include "authoring/source.hpp"
#include "base/file.hpp"
#include "pack/words.hpp"

#include <fmt/format.h>

#include <set>

namespace preau::importers {

namespace {

namespace fs = std::filesystem;

class Writer {
  public:
    Writer(const Imported& imported, const Credit& credit, fs::path folder)
        : imported_(imported), credit_(credit), folder_(std::move(folder)) {
        outcome_.losses = imported.losses;
    }

    Result<Outcome> write() {
        for (const auto& draft : imported_.drafts)
            if (auto done = take(draft); !done) return fail(std::move(done.error()));
        return std::move(outcome_);
    }

  private:
    Result<void> take(const Draft& draft) {
        if (!pack::is_competence(draft.competence)) {
            leave_out(draft,
                      fmt::format("\"{}\" is not one of the 16 competences", draft.competence));
            return {};
        }
        const auto stem = free_stem(draft);
        auto files = files_of(draft, stem);
        for (const auto& [name, content] : files)
            if (auto written = add(draft.competence + "/" + name, content); !written)
                return written;
        const auto file = draft.competence + "/" + stem + ".md";
        authoring::Problems problems;
        if (authoring::read_question(folder_, file, problems)) {
            outcome_.written.push_back({file, draft.origin});
            return {};
        }
        for (const auto& [name, content] : files) {
            std::error_code ignored;
            fs::remove(folder_ / draft.competence / name, ignored);
        }
        const auto& problem = problems.front();
        leave_out(draft,
                  problem.field.empty() ? problem.message : problem.field + ": " + problem.message);
        return {};
    }

    void leave_out(const Draft& draft, std::string why) {
        outcome_.losses.push_back({draft.origin, std::move(why), true});
    }

    std::string free_stem(const Draft& draft) {
        const auto base = file_stem(draft.title);
        auto stem = base;
        for (int i = 2; !stems_.insert(draft.competence + "/" + stem).second; ++i)
            stem = fmt::format("{}-{}", base, i);
        return stem;
    }

    using Files = std::vector<std::pair<std::string, Bytes>>;

    Files files_of(const Draft& draft, const std::string& stem) const {
        Files files;
        auto named = draft;
        for (auto& attachment : named.attachments) {
            const auto dot = attachment.name.rfind('.');
            const auto extension = dot == std::string::npos ? "" : attachment.name.substr(dot);
            attachment.name = stem + "-" + file_stem(attachment.name.substr(0, dot)) + extension;
            files.emplace_back(attachment.name, attachment.bytes);
        }
        if (draft.picture)
            files.emplace_back(stem + draft.picture->extension, draft.picture->bytes);
        files.emplace_back(stem + ".md", to_bytes(as_bytes(source_file(named, stem, credit_))));
        return files;
    }

    Result<void> add(const std::string& file, const Bytes& content) {
        const auto path = folder_ / file;
        std::error_code error;
        fs::create_directories(path.parent_path(), error);
        if (error)
            return fail(Error::environment(fmt::format(
                "{} cannot be made: {}", path.parent_path().string(), error.message())));
        return write_file(path, content);
    }

    const Imported& imported_;
    const Credit& credit_;
    fs::path folder_;
    Outcome outcome_;
    std::set<std::string> stems_;
};

}  // namespace

Result<Outcome> write_drafts(const Imported& imported, const Credit& credit,
                             const fs::path& folder) {
    std::error_code error;
    if (fs::exists(folder, error))
        return fail(Error::environment(
            fmt::format("{} is there already: name a new folder", folder.string())));
    auto unfinished = folder;
    unfinished += ".unfinished";
    fs::remove_all(unfinished, error);
    auto outcome = Writer(imported, credit, unfinished).write();
    if (outcome && !outcome->written.empty()) {
        fs::rename(unfinished, folder, error);
        if (error)
            return fail(Error::environment(
                fmt::format("{} cannot be made: {}", folder.string(), error.message())));
    }
    fs::remove_all(unfinished, error);
    return outcome;
}

}  // namespace preau::importers
