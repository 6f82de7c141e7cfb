// SPDX-License-Identifier: Apache-2.0
#include "exam/content.hpp"

#include "base/check.hpp"

namespace preau::exam {

void Content::prepare() {
    Prepared prepared{adaptive::Engine(items, version), {}};
    for (std::size_t i = 0; i < items.size(); ++i) prepared.indices.emplace(items[i].id, i);
    prepared_ = std::make_shared<const Prepared>(std::move(prepared));
}

const adaptive::Engine& Content::engine() const {
    PREAU_CHECK(prepared_ != nullptr);
    return prepared_->engine;
}

std::optional<std::size_t> Content::index_of(std::string_view item) const {
    PREAU_CHECK(prepared_ != nullptr);
    const auto found = prepared_->indices.find(item);
    return found == prepared_->indices.end() ? std::nullopt : std::optional(found->second);
}

const Conduct& Content::conduct_of(std::string_view item) const {
    const auto index = index_of(item);
    PREAU_CHECK(index.has_value());
    return conducts.at(*index);
}

}  // namespace preau::exam
