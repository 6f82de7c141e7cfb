// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/ids.hpp"
#include "base/random.hpp"
#include "base/time.hpp"

#include <utility>
#include <vector>

namespace preau::sim {

/// The draws of one actor, all from its own seed: what one does never changes another's luck.
class Chance {
  public:
    explicit Chance(std::uint64_t seed) : random_(seed) {}

    std::uint64_t seed() { return random_.next(); }
    bool one_in(std::uint64_t n) { return random_.below(n) == 0; }
    bool percent(std::uint64_t n) { return random_.below(100) < n; }
    /// Between both, both included.
    std::int64_t between(std::int64_t low, std::int64_t high) {
        return low +
               static_cast<std::int64_t>(random_.below(static_cast<std::uint64_t>(high - low + 1)));
    }
    Duration between(Duration low, Duration high) { return {between(low.ms, high.ms)}; }
    template <class T>
    T& one_of(std::vector<T>& many) {
        return many[random_.below(many.size())];
    }
    SplitMix64& random() { return random_; }
    /// Id of a new act, or 16 bytes of a token.
    CommandId command() {
        CommandId id;
        for (auto& byte : id.bytes) byte = static_cast<std::uint8_t>(random_.below(256));
        return id;
    }

  private:
    SplitMix64 random_;
};

}  // namespace preau::sim
