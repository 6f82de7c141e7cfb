// SPDX-License-Identifier: Apache-2.0
#include "importers/pictures.hpp"

#include <fmt/format.h>

namespace preau::importers {

namespace {

std::string extension_of(const std::string& source) {
    if (source.ends_with(".svg")) return ".svg";
    if (source.ends_with(".png")) return ".png";
    return "";
}

}  // namespace

void keep_what_fits(Draft& draft, const Converted& converted, const PictureBytes& bytes,
                    Imported& imported) {
    for (const auto& tag : converted.dropped)
        imported.lose(draft.origin, fmt::format("the tag <{}>: its text was kept", tag));
    for (const auto& image : converted.images) {
        const auto lose = [&](std::string_view why) {
            imported.lose(draft.origin, fmt::format("the picture {}: {}", image.source, why));
        };
        if (draft.picture) {
            lose("a question shows one picture");
            continue;
        }
        const auto extension = extension_of(image.source);
        auto content = extension.empty() ? std::nullopt : bytes(image.source);
        if (extension.empty())
            lose("only SVG and PNG are used");
        else if (!content)
            lose("it did not come with the file");
        else if (image.alternative.empty())
            lose("it has no alternative text");
        else
            draft.picture = {extension, image.alternative, std::move(*content)};
    }
}

}  // namespace preau::importers
