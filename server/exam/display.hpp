// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace preau::exam {

enum class Spacing { normal, wide, wider };
enum class Theme { clear, cream, dark, contrast };
enum class Font { standard, opendyslexic };

/// How a candidate wants the page. It follows the candidate to another PC.
struct Display {
    int text_percent = 100;  ///< 100 to 200, by 10
    Spacing spacing = Spacing::normal;
    Theme theme = Theme::clear;
    Font font = Font::standard;
    bool ruler = false;         ///< reading ruler
    bool clock_hidden = false;  ///< announcements of the time left go on
    std::string voice{};        ///< name of a voice of the browser; empty: none

    bool operator==(const Display&) const = default;
};

/// Sizes and lengths are within their bounds.
bool is_valid(const Display& display);

}  // namespace preau::exam
