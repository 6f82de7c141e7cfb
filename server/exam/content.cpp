// SPDX-License-Identifier: Apache-2.0
#include "exam/content.hpp"

#include <algorithm>

namespace preau::exam {

std::optional<std::size_t> Content::index_of(std::string_view item) const {
    const auto found = std::ranges::find(items, item, &adaptive::Item::id);
    if (found == items.end()) return std::nullopt;
    return static_cast<std::size_t>(found - items.begin());
}

}  // namespace preau::exam
