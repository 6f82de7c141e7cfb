// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "authoring/problem.hpp"

#include <optional>
#include <string>

namespace preau::authoring {

/// An instruction ready for the page: HTML of the small subset of docs/formats/pack.md (p, ul, ol,
/// li, blockquote, pre, code, em, strong, br), without any attribute but a list's `start`, and the
/// one picture, taken out of the text.
struct RenderedInstruction {
    struct Picture {
        std::string file;  ///< as written, beside the question's file
        std::string alternative;
        int line = 0;
    };
    std::string html;
    std::optional<Picture> picture;
};

/// `first_line` is the line of `file` where `markdown` begins. Every construct outside the subset
/// (HTML, links, titles, further pictures…) adds a problem.
RenderedInstruction render_instruction(const std::string& markdown, const std::string& file,
                                       int first_line, Problems& problems);

/// One line of text: code, em, strong only.
std::string render_proposal(const std::string& markdown, const std::string& file, int line,
                            Problems& problems);

}  // namespace preau::authoring
