// SPDX-License-Identifier: Apache-2.0
#include "agent/back_off.hpp"

#include "support/catch.hpp"
#include "support/seeded_entropy.hpp"

using namespace preau;

TEST_CASE("waits grow from five seconds to an hour, each drawn from half to whole, for ever") {
    test::SeededEntropy entropy(1);
    agent::BackOff back_off;
    for (int series = 0; series < 20; ++series) {
        std::int64_t longest = 5;
        for (int tries = 0; tries < 30; ++tries) {
            const auto wait = back_off.next(entropy);
            CHECK(wait >= milliseconds(longest * 500));
            CHECK(wait <= seconds(longest));
            longest = std::min<std::int64_t>(longest * 2, 3600);
        }
        back_off.reset();
    }
}
