// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "adaptive/certification_version.hpp"
#include "adaptive/item.hpp"
#include "answers/key.hpp"
#include "base/bytes.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace preau::pack {

/// What a pack is for.
enum class Kind {
    certification,
    practice,  ///< right answers and help are shown once the candidate has answered
};

/// One field of a qrocm.
struct Field {
    std::string name;  ///< member of the answer's JSON object; a-z, 0-9, "-"
    answers::Format format = answers::Format::text;
    std::vector<std::string> options;  ///< of a select; empty otherwise

    bool operator==(const Field&) const = default;
};

/// The texts of a question in one language. HTML is the small subset of docs/formats/pack.md, safe
/// to put in a page as it is.
struct Texts {
    std::string instruction_html;
    std::vector<std::string> proposals_html;  ///< none for a qroc or a qrocm
    std::vector<std::string> targets_html;    ///< of a matching
    std::vector<std::string> labels_html;     ///< one for each field of a qrocm
    std::string alternative;                  ///< of the picture; empty without one

    bool operator==(const Texts&) const = default;
};

struct Picture {
    std::string media;  ///< key of Pack::media: SHA-256 in hex and the extension, "ab…cd.svg"
    int width = 0;      ///< CSS pixels
    int height = 0;

    bool operator==(const Picture&) const = default;
};

/// A file that the candidate opens or saves.
struct Attachment {
    std::string media;
    std::string name;  ///< as candidates see it, "releve.csv"
    std::uint64_t bytes = 0;

    bool operator==(const Attachment&) const = default;
};

/// A page that runs in a sandboxed frame.
struct Simulator {
    std::string media;  ///< an .html
    std::string title;
    int height = 0;        ///< CSS pixels
    std::string scene;     ///< JSON text given to the page
    bool answers = false;  ///< the simulator gives the value; no field is shown

    bool operator==(const Simulator&) const = default;
};

/// What a candidate may see of a question.
struct Question {
    std::string item;
    answers::Kind kind = answers::Kind::qcu;
    Texts french;
    std::optional<Texts> english;
    answers::Format format = answers::Format::text;  ///< of a qroc
    std::vector<std::string> options;                ///< of a qroc select
    std::vector<Field> fields;                       ///< of a qrocm
    std::optional<Picture> picture;
    std::vector<Attachment> attachments;
    std::optional<Simulator> simulator;
    int timer_seconds = 0;        ///< 0: not timed
    bool focus = false;           ///< its page must not be left
    bool needs_internet = false;  ///< never offered by a box without
    bool accessible_blind = false;
    bool accessible_colour = false;
    std::string licence;
    std::string author;

    bool operator==(const Question&) const = default;
};

/// An opened pack. `items`, `keys` and `questions` have one entry for each question, at the same
/// index, in the order of the ids.
struct Pack {
    std::string id;
    std::string version;
    std::string title;
    Kind kind = Kind::certification;
    std::string language;  ///< "fr"
    std::string created;   ///< YYYY-MM-DD
    Hash hash{};           ///< SHA-256 of the manifest's bytes: names this very pack
    adaptive::CertificationVersion certification_version;
    std::vector<adaptive::Item> items;
    std::vector<answers::Key> keys;
    std::vector<Question> questions;
    /// Secret. Practice only: HTML shown after the answer, one for each question.
    std::vector<std::string> help_html;
    std::map<std::string, Bytes, std::less<>> media;
};

}  // namespace preau::pack
