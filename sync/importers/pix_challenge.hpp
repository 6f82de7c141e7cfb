// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "importers/draft.hpp"
#include "json/value.hpp"

#include <filesystem>

namespace preau::importers {

/// Where a challenge stands in the referential.
struct PixPlace {
    const json::Value& skill;
    const json::Value& tube;
    const json::Value& competence;
};

/// A text member; empty when absent, null or no text.
std::string pix_text_member(const json::Value& entry, std::string_view name);

/// Adds the challenge as a draft, or says why it is left out.
void read_pix_challenge(const json::Value& challenge, const PixPlace& place,
                        const std::filesystem::path& folder, Imported& imported);

}  // namespace preau::importers
