// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.hpp"

#include <map>
#include <optional>
#include <string>

namespace preau::api {

/// Whole seconds to wait, at least 1; nothing when one may go on.
using Wait = std::optional<int>;

/// So many at once, then one every so often.
struct Rate {
    int burst = 1;
    Duration refill;
};

/// Token buckets by key. At most limits::rate_limit_keys_max are kept: full ones say nothing and
/// are forgotten; when none is full, the one nearest to it goes.
class TokenBuckets {
  public:
    explicit TokenBuckets(Rate rate) : rate_(rate) {}

    /// Takes a token, unless that would leave fewer than `reserve`.
    Wait refuse(const std::string& key, Duration now, int reserve = 0);
    /// The last one taken was legitimate: it does not count.
    void give_back(const std::string& key);
    /// Nothing was taken that has not come back since.
    bool is_full(const std::string& key, Duration now) const;
    std::size_t size() const { return full_at_.size(); }

  private:
    void make_place(Duration now);

    Rate rate_;
    std::map<std::string, Duration> full_at_;
};

}  // namespace preau::api
