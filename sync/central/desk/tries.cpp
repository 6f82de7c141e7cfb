// SPDX-License-Identifier: Apache-2.0
#include "central/desk/tries.hpp"

#include "base/limits.hpp"

namespace preau::central {

bool Tries::allow(const std::string& key) {
    const std::lock_guard lock(mutex_);
    const auto now = clock_.boot_now();
    if (counts_.size() >= limits::rate_limit_keys_max)
        std::erase_if(counts_, [&](const auto& one) { return now - one.second.since >= window_; });
    if (counts_.size() >= limits::rate_limit_keys_max && !counts_.contains(key)) return false;
    auto& count = counts_.try_emplace(key, Count{now, 0}).first->second;
    if (now - count.since >= window_) count = {now, 0};
    if (count.tries == tries_max_) return false;
    ++count.tries;
    return true;
}

}  // namespace preau::central
