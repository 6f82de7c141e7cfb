// SPDX-License-Identifier: Apache-2.0
#include "base/random.hpp"

#include "support/catch.hpp"

using namespace preau;

TEST_CASE("SplitMix64 gives the published sequence for seed 1234567") {
    SplitMix64 random(1234567);
    CHECK(random.next() == 6457827717110365317ULL);
    CHECK(random.next() == 3203168211198807973ULL);
    CHECK(random.next() == 9817491932198370423ULL);
}

TEST_CASE("uniform draws stay in [0, 1) and bounded draws below their bound") {
    SplitMix64 random(7);
    for (int i = 0; i < 10'000; ++i) {
        const double u = random.uniform();
        REQUIRE((u >= 0.0 && u < 1.0));
        REQUIRE(random.below(5) < 5);
    }
}
