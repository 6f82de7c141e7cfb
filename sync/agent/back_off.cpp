// SPDX-License-Identifier: Apache-2.0
#include "agent/back_off.hpp"

#include "base/random.hpp"

#include <algorithm>

namespace preau::agent {

Duration BackOff::next(Entropy& entropy) {
    SplitMix64 random(draw_seed(entropy));
    const auto half = longest_.ms / 2;
    const auto drawn =
        static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(half) + 1));
    longest_.ms = std::min(longest_.ms * 2, kLast.ms);
    return {half + drawn};
}

}  // namespace preau::agent
