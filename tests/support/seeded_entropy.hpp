// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/random.hpp"

namespace preau::test {

/// Chance that can be replayed.
class SeededEntropy : public Entropy {
  public:
    explicit SeededEntropy(std::uint64_t seed) : random_(seed) {}

    void fill(std::span<std::uint8_t> out) override {
        for (auto& byte : out) byte = static_cast<std::uint8_t>(random_.below(256));
    }

  private:
    SplitMix64 random_;
};

}  // namespace preau::test
