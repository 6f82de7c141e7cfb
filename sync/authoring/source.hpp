// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "adaptive/certification_version.hpp"
#include "adaptive/item.hpp"
#include "answers/key.hpp"
#include "authoring/problem.hpp"
#include "pack/pack.hpp"

#include <filesystem>
#include <map>
#include <optional>

namespace preau::authoring {

/// A question as its file says it, checked on its own.
struct SourceQuestion {
    std::string file;
    adaptive::Item item;
    answers::Key key;
    pack::Question question;
    std::string picture_file;  ///< "2.1/schema.svg"; empty without one
    Bytes picture;
    std::map<std::string, Bytes> files{};   ///< by media name: attachments, simulator's page
    std::vector<std::string> files_used{};  ///< their files, "2.1/releve.csv", and the scene's
    std::string help_html{};                ///< practice packs only; empty otherwise
};

/// The whole source folder, in the order of the ids.
struct Source {
    std::string id;
    std::string version;
    std::string title;
    pack::Kind kind = pack::Kind::certification;
    std::string language;
    std::string created;
    std::string licence;
    std::string expires{};           ///< last day of a session with it; empty for none
    std::string minimum_software{};  ///< of the box that opens it; empty for any
    adaptive::CertificationVersion certification_version;
    std::vector<SourceQuestion> questions;
};

/// Reads pack.toml and every NN/name.md of the folder, as docs/formats/pack.md says. Either the
/// source is good as a whole or every problem found is in the list.
Result<Source, Problems> read_source(const std::filesystem::path& folder);

/// One question's file ("2.1/copie-cachee.md", relative to the folder).
std::optional<SourceQuestion> read_question(const std::filesystem::path& folder,
                                            const std::string& file, Problems& problems);

/// pack.toml without its questions.
std::optional<Source> read_pack_file(const std::filesystem::path& folder, Problems& problems);

/// What only shows once all questions are there: help where there must be none or none where there
/// must be some, a competence without any question, too few for a whole test
/// under the version's rules, too many for one pack.
void check_whole(const Source& source, Problems& problems);

}  // namespace preau::authoring
