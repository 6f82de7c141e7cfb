// SPDX-License-Identifier: Apache-2.0
#include "tool/kill_plan.hpp"

#include "support/catch.hpp"

using namespace preau;

TEST_CASE("Kills come one after the other and before the last answers") {
    const auto seed = GENERATE(range(0, 50));
    SplitMix64 random(static_cast<std::uint64_t>(seed));
    const auto kills = tool::plan_kills(20, 1280, random);
    REQUIRE(kills.size() == 20);
    for (std::size_t i = 0; i < kills.size(); ++i) {
        CHECK(kills[i].answers >= 1);
        CHECK(kills[i].answers <= 1280 * 9 / 10 + 20);
        if (i > 0) CHECK(kills[i - 1].answers < kills[i].answers);
    }
}

TEST_CASE("No kill is planned when none is asked for") {
    SplitMix64 random(1);
    CHECK(tool::plan_kills(0, 1280, random).empty());
}
