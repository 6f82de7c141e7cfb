// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/ports.hpp"

#include <cstdint>

namespace preau {

/// SplitMix64 (Steele, Lea, Flood 2014): the specified generator whose seed is written in the
/// journal, so that a draw can be replayed on any machine. Not for secrets.
class SplitMix64 {
  public:
    explicit SplitMix64(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next();
    /// Uniform in [0, 1), 53 bits.
    double uniform();
    /// Uniform in [0, bound), bound ≥ 1, without bias.
    std::uint64_t below(std::uint64_t bound);

  private:
    std::uint64_t state_;
};

/// A whole number drawn from unpredictable bytes.
std::uint64_t draw_seed(Entropy& entropy);

}  // namespace preau
