// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "answers/key.hpp"
#include "base/bytes.hpp"

#include <optional>
#include <string>
#include <vector>

namespace preau::importers {

/// A line of a question that is chosen, ordered or matched, in Markdown.
struct DraftLine {
    std::string text{};
    bool right = false;    ///< qcu, qcm
    int place = 0;         ///< ordering: its right place, from 1
    std::string target{};  ///< matching; a line with an empty text is a target that matches nothing
};

struct DraftField {
    std::string name{};
    std::string label{};  ///< Markdown
    answers::Format format = answers::Format::text;
    std::vector<std::string> options{};
    std::vector<std::string> accepted{};
};

struct DraftPicture {
    std::string extension;  ///< ".svg" or ".png"
    std::string alternative;
    Bytes bytes;
};

struct DraftFile {
    std::string name;
    Bytes bytes;
};

/// A question read from another system, before it becomes a file of a pack's source
/// (docs/formats/pack.md).
struct Draft {
    std::string origin;  ///< its id where it comes from
    std::string title;   ///< names the file
    std::string competence;
    std::string tube;   ///< without the competence
    std::string skill;  ///< level
    answers::Kind kind = answers::Kind::qcu;
    double discriminant = 1.0;
    double difficulty = 0.0;
    std::string instruction;  ///< Markdown
    std::vector<DraftLine> lines;
    answers::Format format = answers::Format::text;
    std::vector<std::string> options;
    std::vector<std::string> accepted;
    answers::Treatments treatments;
    std::vector<DraftField> fields;
    std::vector<std::vector<std::string>> groups;
    std::optional<DraftPicture> picture;
    std::vector<DraftFile> attachments;
    int timer_seconds = 0;
    bool focus = false;
    bool needs_internet = false;
    bool accessible_blind = false;
    bool accessible_colour = false;
};

/// What could not be carried over: a part of a question, or the whole of it.
struct Loss {
    std::string origin;
    std::string what;
    bool whole = false;

    bool operator==(const Loss&) const = default;
};

struct Imported {
    std::vector<Draft> drafts;
    std::vector<Loss> losses;

    void lose(std::string origin, std::string what);
    void leave_out(std::string origin, std::string why);
};

/// What other systems do not say and a pack needs.
struct Defaults {
    std::string competence;  ///< "3.1"
    std::string tube = "import";
};

}  // namespace preau::importers
