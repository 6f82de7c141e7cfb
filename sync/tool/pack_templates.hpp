// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

namespace preau::tool {

/// A file of a new pack's source.
struct Template {
    std::string_view file;  ///< relative to the folder
    std::string_view text;  ///< "@CREATED@" stands for the day
};

/// The files of sync/packs/template: pack.toml, a guide, and one question of each type.
std::span<const Template> pack_templates();

}  // namespace preau::tool
