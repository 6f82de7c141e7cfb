// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "authoring/markdown.hpp"
#include "authoring/problem.hpp"
#include "base/bytes.hpp"
#include "pack/pack.hpp"

#include <filesystem>
#include <optional>

namespace preau::authoring {

struct PictureFile {
    pack::Picture shown;
    Bytes bytes;
};

/// The picture that a question's file names, beside it: read, checked, named by its hash.
std::optional<PictureFile> read_picture(const std::filesystem::path& folder,
                                        const std::string& question_file,
                                        const RenderedInstruction::Picture& picture,
                                        Problems& problems);

/// "schema-2.svg": a-z, 0-9 and "-", ended by .svg or .png.
bool is_picture_name(std::string_view name);

}  // namespace preau::authoring
