// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

namespace preau::quality {

/// An sRGB colour, 0 to 1 for each channel.
struct Colour {
    double red = 0;
    double green = 0;
    double blue = 0;
};

/// "#abc", "#aabbcc", "rgb(1, 2, 3)" or one of the names that drawings use; nothing otherwise.
std::optional<Colour> parse_colour(std::string_view text);

/// Contrast ratio of two colours, 1 to 21 (WCAG 2.2, relative luminance).
double contrast(const Colour& one, const Colour& other);

}  // namespace preau::quality
