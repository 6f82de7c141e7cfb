// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "adaptive/certification_version.hpp"
#include "adaptive/item.hpp"
#include "answers/key.hpp"
#include "base/bytes.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace preau::pack {

struct Picture {
    std::string media;  ///< key of Pack::media: SHA-256 in hex and the extension, "ab…cd.svg"
    std::string alternative;
    int width = 0;  ///< CSS pixels
    int height = 0;

    bool operator==(const Picture&) const = default;
};

/// What a candidate may see of a question. HTML is the small subset of docs/formats/pack.md, safe
/// to put in a page as it is.
struct Question {
    std::string item;
    answers::Kind kind = answers::Kind::qcu;
    std::string instruction_html;
    std::vector<std::string> proposals_html;  ///< empty for a qroc
    answers::Format format = answers::Format::text;
    std::optional<Picture> picture;
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
    std::string language;  ///< "fr"
    std::string created;   ///< YYYY-MM-DD
    Hash hash{};           ///< SHA-256 of the manifest's bytes: names this very pack
    adaptive::CertificationVersion certification_version;
    std::vector<adaptive::Item> items;
    std::vector<answers::Key> keys;
    std::vector<Question> questions;
    std::map<std::string, Bytes, std::less<>> media;
};

}  // namespace preau::pack
