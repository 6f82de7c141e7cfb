// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytes.hpp"
#include "base/ids.hpp"

#include <deque>
#include <optional>
#include <utility>

namespace preau::api {

/// Invigilators who came in after their session was sealed: its journal takes no more records, so
/// their tokens live in memory, until the box stops, and only let them read. Only so many are kept:
/// the oldest goes, and enters again if it is still there.
class LateReaders {
  public:
    static constexpr std::size_t kMax = 64;

    void add(const Hash& token, const SessionId& session);
    std::optional<SessionId> find(const Hash& token) const;

  private:
    std::deque<std::pair<Hash, SessionId>> readers_;
};

}  // namespace preau::api
