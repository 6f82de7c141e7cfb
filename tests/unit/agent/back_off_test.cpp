// SPDX-License-Identifier: Apache-2.0
#include "agent/back_off.hpp"

#include "seal/entropy.hpp"
#include "support/catch.hpp"

using namespace preau;

TEST_CASE("waits grow from a second to a minute, each drawn from half to whole") {
    seal::SystemEntropy entropy;
    agent::BackOff back_off(entropy);
    for (int series = 0; series < 20; ++series) {
        for (const auto longest : {1, 2, 4, 8, 16, 32, 60, 60}) {
            const auto wait = back_off.next();
            CHECK(wait >= milliseconds(longest * 500));
            CHECK(wait <= seconds(longest));
        }
        back_off.reset();
    }
}
