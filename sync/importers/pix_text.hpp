// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace preau::importers {

/// Markdown of a Pix instruction without what a pack has not: links, pictures, HTML.
struct PixText {
    std::string markdown;
    std::vector<std::string> dropped;  ///< said in words: "the link https://…: its text was kept"
};

PixText clean_pix_text(std::string_view markdown);

/// "- un\n- deux" → "un", "deux": the proposals of a QCU or QCM.
std::vector<std::string> pix_proposals(std::string_view proposals);

/// A "${name#placeholder§label options=["a","b"]}" of a QROC or QROCM, and the text before it.
struct PixBlank {
    std::string name;
    std::string label;
    std::vector<std::string> options;
};

std::vector<PixBlank> pix_blanks(std::string_view proposals);

}  // namespace preau::importers
