// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "adaptive/certification_version.hpp"
#include "adaptive/item.hpp"
#include "answers/key.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace preau::exam {

/// What the rules need to know of a pack: the certification version in force, the calibrated items
/// and, at the same index, the key of each. Texts and images stay in the pack.
struct Content {
    adaptive::CertificationVersion version;
    std::vector<adaptive::Item> items;
    std::vector<answers::Key> keys;

    std::optional<std::size_t> index_of(std::string_view item) const;
};

}  // namespace preau::exam
