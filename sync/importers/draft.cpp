// SPDX-License-Identifier: Apache-2.0
#include "importers/draft.hpp"

namespace preau::importers {

void Imported::lose(std::string origin, std::string what) {
    losses.push_back({std::move(origin), std::move(what), false});
}

void Imported::leave_out(std::string origin, std::string why) {
    losses.push_back({std::move(origin), std::move(why), true});
}

}  // namespace preau::importers
