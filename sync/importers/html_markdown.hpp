// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace preau::importers {

struct HtmlImage {
    std::string source;
    std::string alternative;
};

/// HTML of another system as Markdown of the pack's subset: paragraphs, lists, quotes, code,
/// emphasis, line breaks. Other tags are taken away, their text stays.
struct Converted {
    std::string markdown;
    std::vector<HtmlImage> images;     ///< taken out of the text
    std::vector<std::string> dropped;  ///< names of the tags taken away, each once
};

Converted html_to_markdown(std::string_view html);

/// The same on one line, for a proposal or a label.
Converted html_to_line(std::string_view html);

/// Text that means itself in Markdown.
std::string escape_markdown(std::string_view text);

}  // namespace preau::importers
