// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.hpp"

#include <map>
#include <optional>
#include <string>

namespace preau::api {

/// A token bucket: so many at once, then one every so often.
struct Rate {
    int burst = 1;
    Duration refill;
};

/// Buckets by key. Memory is bounded: full buckets are forgotten, since they say nothing.
class TokenBuckets {
  public:
    explicit TokenBuckets(Rate rate) : rate_(rate) {}

    /// Takes a token. Otherwise the whole seconds to wait, at least 1.
    std::optional<int> refuse(const std::string& key, Duration now);
    /// The last one taken was legitimate: it does not count.
    void give_back(const std::string& key);

  private:
    struct Bucket {
        Duration spent_until;  ///< when the bucket is full again
    };
    void forget_full_buckets(Duration now);

    Rate rate_;
    std::map<std::string, Bucket> buckets_;
};

/// By what the requests of people without a token are counted.
enum class NetworkMode {
    direct,  ///< each device has its address: count by address
    nat,     ///< all devices share one address: count by what they claim to be
};

/// The limits of security: guesses of identities and passwords, and requests of one device.
struct RateLimits {
    explicit RateLimits(NetworkMode mode) : network_mode(mode) {}

    NetworkMode network_mode;
    TokenBuckets join{{30, seconds(2)}};          ///< 30 a minute for one address
    TokenBuckets join_claim{{10, seconds(10)}};   ///< for one claimed identity
    TokenBuckets enter{{5, seconds(60)}};         ///< 5 in 5 minutes for one session and address
    TokenBuckets device{{60, milliseconds(50)}};  ///< 20 a second for one token
};

}  // namespace preau::api
