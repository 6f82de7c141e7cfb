// SPDX-License-Identifier: Apache-2.0
#include "authoring/picture_file.hpp"
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
    std::set<std::string> pictures;
};

void list_competence(const fs::directory_entry& folder, Listing& listing, Problems& problems) {
    const auto competence = folder.path().filename().string();
    for (const auto& entry : entries_of(folder.path(), competence, problems)) {
        const auto name = entry.path().filename().string();
        const auto file = competence + "/" + name;
        if (entry.is_regular_file() && is_question_name(name)) {
            listing.questions.push_back(file);
        } else if (entry.is_regular_file() && is_picture_name(name)) {
            listing.pictures.insert(file);
        } else {
            problems.push_back({file, 0, "",
                                "is neither a question nor a picture: name it with a-z, 0-9 and "
                                "\"-\" (.md, .svg, .png), or remove it"});
        }
    }
}

Listing list_source(const fs::path& folder, Problems& problems) {
    Listing listing;
    for (const auto& entry : entries_of(folder, folder.string(), problems)) {
        const auto name = entry.path().filename().string();
        if (entry.is_directory() && pack::is_competence(name)) {
            list_competence(entry, listing, problems);
        } else if (name != "pack.toml" && name != "README.md") {
            problems.push_back({name, 0, "",
                                "does not belong here: only pack.toml, README.md and one folder "
                                "for each of the 16 competences do"});
        }
    }
    return listing;
}

void refuse_unused_pictures(const Source& source, std::set<std::string> unused,
                            Problems& problems) {
    for (const auto& question : source.questions) unused.erase(question.picture_file);
    for (const auto& file : unused)
        problems.push_back({file, 0, "", "no question shows it: remove it"});
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
    refuse_unused_pictures(*source, listing.pictures, problems);
    if (!problems.empty()) return fail(std::move(problems));
    return std::move(*source);
}

}  // namespace preau::authoring
