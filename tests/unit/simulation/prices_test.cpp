// SPDX-License-Identifier: Apache-2.0
#include "simulation/prices.hpp"

#include "unit/simulation/reference.hpp"

#include <algorithm>

using namespace preau;
using adaptive::Algorithm;

TEST_CASE("prices: none for an empty pack, none where no cap binds") {
    auto version = simulation::reference_version(Algorithm::room);
    CHECK(simulation::learn_prices({}, version).empty());
    version.room.exposure_max = 1.0;
    version.configuration.maximum_assessment_length = 2;
    auto items = test::reference_items("J320");
    items.resize(40);
    const auto prices = simulation::learn_prices(items, version);
    REQUIRE(prices.size() == items.size());
    CHECK(std::ranges::all_of(prices, [](double price) { return price == 0.0; }));
}

TEST_CASE("prices: learned twice they are the same, never negative, and hold the exposure") {
    auto version = simulation::reference_version(Algorithm::room);
    version.configuration.maximum_assessment_length = 8;
    version.room.exposure_max = 0.1;
    const auto items = test::reference_items("J320");
    const auto priced = test::with_prices(items, version);
    const auto again = test::with_prices(priced, version);
    CHECK(again == priced);
    CHECK(std::ranges::all_of(priced, [](const auto& item) { return item.price >= 0.0; }));
    const auto with = test::figures(priced, version, simulation::scenario_b(), 4000);
    const auto without = test::figures(items, version, simulation::scenario_b(), 4000);
    CHECK(with.exposure_max < 0.15);
    CHECK(with.exposure_max < without.exposure_max / 1.5);
}
