// SPDX-License-Identifier: Apache-2.0
#include "api/late_readers.hpp"

#include <algorithm>

namespace preau::api {

void LateReaders::add(const Hash& token, const SessionId& session) {
    if (readers_.size() == kMax) readers_.pop_front();
    readers_.emplace_back(token, session);
}

std::optional<SessionId> LateReaders::find(const Hash& token) const {
    const auto found = std::ranges::find(readers_, token, &std::pair<Hash, SessionId>::first);
    return found == readers_.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace preau::api
