// SPDX-License-Identifier: Apache-2.0
#include "authoring/picture_file.hpp"

#include "authoring/picture.hpp"
#include "base/file.hpp"
#include "pack/format.hpp"
#include "seal/hash.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace preau::authoring {

namespace format = pack::format;

bool is_picture_name(std::string_view name) {
    if (!name.ends_with(".svg") && !name.ends_with(".png")) return false;
    name.remove_suffix(4);
    return !name.empty() && std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
}

std::optional<PictureFile> read_picture(const std::filesystem::path& folder,
                                        const std::string& question_file,
                                        const RenderedInstruction::Picture& picture,
                                        Problems& problems) {
    const auto refused = [&](std::string message) {
        problems.push_back({question_file, picture.line, "picture", std::move(message)});
        return std::nullopt;
    };
    if (picture.alternative.empty())
        return refused("has no alternative text: write ![what it shows](file)");
    if (picture.alternative.size() > format::alternative_bytes_max)
        return refused(fmt::format("its alternative text is longer than {} bytes: shorten it",
                                   format::alternative_bytes_max));
    if (!is_picture_name(picture.file))
        return refused(
            fmt::format("\"{}\" must be the name of a file beside the question: a-z, "
                        "0-9, \"-\", then .svg or .png",
                        picture.file));
    const auto path = (folder / question_file).parent_path() / picture.file;
    if (!std::filesystem::exists(path))
        return refused(fmt::format("{} is not there: add it beside the question", picture.file));
    auto bytes = read_file(path, format::picture_bytes_max);
    if (!bytes)
        return refused(fmt::format("cannot be used (at most {} bytes): {}",
                                   format::picture_bytes_max, bytes.error().message));
    const auto extension = picture.file.substr(picture.file.size() - 4);
    const auto size = extension == ".svg" ? check_svg(as_text(*bytes)) : check_png(*bytes);
    if (!size) return refused(fmt::format("{}: {}", picture.file, size.error().message));
    return PictureFile{.shown = {.media = to_hex(seal::sha256(*bytes)) + extension,
                                 .width = size->width,
                                 .height = size->height},
                       .bytes = std::move(*bytes)};
}

}  // namespace preau::authoring
