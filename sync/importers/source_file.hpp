// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "importers/draft.hpp"

#include <string>

namespace preau::importers {

/// Who made a question and what may be done with it: no pack goes without.
struct Credit {
    std::string licence;
    std::string author;
};

/// The question's file of a pack's source, named `stem` without ".md" (docs/formats/pack.md).
std::string source_file(const Draft& draft, const std::string& stem, const Credit& credit);

/// "Adresses IP & réseau" → "adresses-ip-reseau": a-z, 0-9 and "-", never empty, 40 bytes at most.
std::string file_stem(std::string_view title);

}  // namespace preau::importers
