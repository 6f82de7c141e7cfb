// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace preau::quality {

/// A text of a drawing that is hard to read on what is painted under it.
struct WeakText {
    int line = 0;
    std::string fill;
    std::string background;
    double ratio = 0;
};

/// Texts under a contrast of 4.5 (WCAG 2.2, 1.4.3). A text stands on the last rectangle or circle
/// painted before it that holds its first point, or on white paper. Colours come from `fill`
/// attributes; what a gradient or a rotated group paints is not judged.
std::vector<WeakText> weak_texts(std::string_view svg);

}  // namespace preau::quality
