// SPDX-License-Identifier: Apache-2.0
#include "api/token_buckets.hpp"

#include "base/limits.hpp"

#include <algorithm>

namespace preau::api {

Wait TokenBuckets::refuse(const std::string& key, Duration now, int reserve) {
    auto found = full_at_.find(key);
    if (found == full_at_.end()) {
        make_place(now);
        found = full_at_.emplace(key, now).first;
    }
    const Duration after = std::max(found->second, now) + rate_.refill;
    const Duration allowed = now + Duration{(rate_.burst - reserve) * rate_.refill.ms};
    if (after > allowed) return static_cast<int>(((after - allowed).ms + 999) / 1000);
    found->second = after;
    return std::nullopt;
}

void TokenBuckets::give_back(const std::string& key) {
    if (const auto found = full_at_.find(key); found != full_at_.end())
        found->second = found->second - rate_.refill;
}

bool TokenBuckets::is_full(const std::string& key, Duration now) const {
    const auto found = full_at_.find(key);
    return found == full_at_.end() || found->second <= now;
}

void TokenBuckets::make_place(Duration now) {
    if (full_at_.size() < limits::rate_limit_keys_max) return;
    std::erase_if(full_at_, [&](const auto& entry) { return entry.second <= now; });
    if (full_at_.size() < limits::rate_limit_keys_max) return;
    full_at_.erase(
        std::ranges::min_element(full_at_, {}, [](const auto& entry) { return entry.second.ms; }));
}

}  // namespace preau::api
