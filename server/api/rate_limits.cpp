// SPDX-License-Identifier: Apache-2.0
#include "api/rate_limits.hpp"

#include "base/limits.hpp"

#include <algorithm>

namespace preau::api {

std::optional<int> TokenBuckets::refuse(const std::string& key, Duration now) {
    if (buckets_.size() >= limits::rate_limit_keys_max) forget_full_buckets(now);
    auto& bucket = buckets_[key];
    const Duration full{std::max(bucket.spent_until.ms, now.ms)};
    const Duration after = full + rate_.refill;
    const Duration allowed{now.ms + rate_.burst * rate_.refill.ms};
    if (after > allowed)
        return static_cast<int>(std::max<std::int64_t>(1, (after - allowed).ms / 1000 + 1));
    bucket.spent_until = after;
    return std::nullopt;
}

void TokenBuckets::give_back(const std::string& key) {
    const auto found = buckets_.find(key);
    if (found != buckets_.end())
        found->second.spent_until = found->second.spent_until - rate_.refill;
}

void TokenBuckets::forget_full_buckets(Duration now) {
    std::erase_if(buckets_, [&](const auto& entry) { return entry.second.spent_until <= now; });
}

}  // namespace preau::api
