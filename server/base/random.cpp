// SPDX-License-Identifier: Apache-2.0
#include "base/random.hpp"

#include "base/big_endian.hpp"

#include <array>

namespace preau {

std::uint64_t SplitMix64::next() {
    state_ += 0x9e3779b97f4a7c15ULL;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
}

double SplitMix64::uniform() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }

std::uint64_t SplitMix64::below(std::uint64_t bound) {
    const std::uint64_t unbiased = (0 - bound) % bound;
    std::uint64_t draw = next();
    while (draw < unbiased) draw = next();
    return draw % bound;
}

std::uint64_t draw_seed(Entropy& entropy) {
    std::array<std::uint8_t, 8> bytes{};
    entropy.fill(bytes);
    return ByteReader(bytes).u64();
}

}  // namespace preau
