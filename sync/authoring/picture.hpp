// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytes.hpp"

namespace preau::authoring {

/// Size in CSS pixels, each 1 to 4000.
struct PictureSize {
    int width = 0;
    int height = 0;
};

/// Refuses whatever is not a whole PNG (signature, IHDR first, chunks to the end, nothing after).
Result<PictureSize> check_png(ByteView bytes);

/// Refuses whatever is not a plain drawing: a strict subset of XML (no DOCTYPE, entity, CDATA or
/// processing instruction), the drawing elements of SVG 1.1 only, nothing that runs, nothing that
/// is fetched. Size from width and height in pixels, else from viewBox. The message has the line.
Result<PictureSize> check_svg(std::string_view text);

}  // namespace preau::authoring
