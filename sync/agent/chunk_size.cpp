// SPDX-License-Identifier: Apache-2.0
#include "agent/chunk_size.hpp"

#include <algorithm>

namespace preau::agent {

void ChunkSize::went_through(Duration time) {
    if (to_pass_ > 0) {
        --to_pass_;
        return;
    }
    if (time <= kQuick) bytes_ = std::min(bytes_ * 2, kMost);
}

void ChunkSize::failed() {
    bytes_ = std::max(bytes_ / 2, kLeast);
    to_pass_ = kPatience;
}

}  // namespace preau::agent
