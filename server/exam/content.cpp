// SPDX-License-Identifier: Apache-2.0
#include "exam/content.hpp"

#include "base/check.hpp"

#include <algorithm>

namespace preau::exam {

std::optional<std::size_t> Content::index_of(std::string_view item) const {
    const auto found = std::ranges::find(items, item, &adaptive::Item::id);
    if (found == items.end()) return std::nullopt;
    return static_cast<std::size_t>(found - items.begin());
}

const Conduct& Content::conduct_of(std::string_view item) const {
    const auto index = index_of(item);
    PREAU_CHECK(index.has_value());
    return conducts.at(*index);
}

}  // namespace preau::exam
