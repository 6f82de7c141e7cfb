// SPDX-License-Identifier: Apache-2.0
#include "authoring/question_files.hpp"
#include "authoring/source.hpp"
#include "pack/words.hpp"

#include <algorithm>
#include <set>

namespace preau::authoring {

namespace {

namespace fs = std::filesystem;

/// Names of a folder in order, hidden files (an editor's) left out.
std::vector<fs::directory_entry> entries_of(const fs::path& folder, const std::string& name,
                                            Problems& problems) {
    std::vector<fs::directory_entry> entries;
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
        if (!it->path().filename().string().starts_with('.')) entries.push_back(*it);
    if (error) problems.push_back({name, 0, "", "cannot be listed: " + error.message()});
    std::ranges::sort(entries, {}, [](const auto& entry) { return entry.path(); });
    return entries;
}

bool is_question_name(const std::string& name) {
    const auto is_part = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    };
    return name.size() > 3 && name.ends_with(".md") &&
           std::all_of(name.begin(), name.end() - 3, is_part);
}

/// The files of one source folder, sorted into what each is.
struct Listing {
    std::vector<std::string> questions;
    std::vector<std::string> translations;
    std::set<std::string> files;  ///< pictures, attachments, scenes, simulators
};

void list_competence(const fs::directory_entry& folder, Listing& listing, Problems& problems) {
    const auto competence = folder.path().filename().string();
    for (const auto& entry : entries_of(folder.path(), competence, problems)) {
        const auto name = entry.path().filename().string();
        const auto file = competence + "/" + name;
        if (entry.is_regular_file() && name.ends_with(".en.md")) {
            listing.translations.push_back(file);
        } else if (entry.is_regular_file() && is_question_name(name)) {
            listing.questions.push_back(file);
        } else if (entry.is_regular_file() && is_attachment_name(name)) {
            listing.files.insert(file);
        } else {
            problems.push_back(
                {file, 0, "",
                 "is neither a question nor a file of one: name it with a-z, 0-9 and "
                 "\"-\" and a known extension, or remove it"});
        }
    }
}

void list_simulators(const fs::directory_entry& folder, Listing& listing, Problems& problems) {
    for (const auto& entry : entries_of(folder.path(), "simulators", problems)) {
        const auto file = "simulators/" + entry.path().filename().string();
        if (entry.is_regular_file() && file.ends_with(".html"))
            listing.files.insert(file);
        else
            problems.push_back({file, 0, "", "is not a simulator (name.html): remove it"});
    }
}

void refuse_lone_translations(const Listing& listing, Problems& problems) {
    for (const auto& file : listing.translations) {
        const auto original = file.substr(0, file.size() - 6) + ".md";
        if (std::ranges::find(listing.questions, original) == listing.questions.end())
            problems.push_back({file, 0, "", original + " is not there: add it, or remove this"});
    }
}

Listing list_source(const fs::path& folder, Problems& problems) {
    Listing listing;
    for (const auto& entry : entries_of(folder, folder.string(), problems)) {
        const auto name = entry.path().filename().string();
        if (entry.is_directory() && pack::is_competence(name)) {
            list_competence(entry, listing, problems);
        } else if (entry.is_directory() && name == "simulators") {
            list_simulators(entry, listing, problems);
        } else if (name != "pack.toml" && name != "README.md") {
            problems.push_back({name, 0, "",
                                "does not belong here: only pack.toml, README.md, simulators and "
                                "one folder for each of the 16 competences do"});
        }
    }
    refuse_lone_translations(listing, problems);
    return listing;
}

void refuse_unused_files(const Source& source, std::set<std::string> unused, Problems& problems) {
    for (const auto& question : source.questions) {
        unused.erase(question.picture_file);
        for (const auto& file : question.files_used) unused.erase(file);
    }
    for (const auto& file : unused)
        problems.push_back({file, 0, "", "no question uses it: remove it"});
}

}  // namespace

Result<Source, Problems> read_source(const fs::path& folder) {
    Problems problems;
    const auto listing = list_source(folder, problems);
    auto source = read_pack_file(folder, problems);
    std::vector<SourceQuestion> questions;
    for (const auto& file : listing.questions)
        if (auto question = read_question(folder, file, problems))
            questions.push_back(std::move(*question));
    if (!source || !problems.empty()) return fail(std::move(problems));
    std::ranges::sort(questions, {}, [](const SourceQuestion& q) { return q.item.id; });
    source->questions = std::move(questions);
    check_whole(*source, problems);
    refuse_unused_files(*source, listing.files, problems);
    if (!problems.empty()) return fail(std::move(problems));
    return std::move(*source);
}

}  // namespace preau::authoring
