// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulation/prices.hpp"
#include "simulation/reference_bank.hpp"
#include "simulation/simulate.hpp"
#include "support/catch.hpp"
#include "support/vectors.hpp"

namespace preau::test {

inline std::vector<adaptive::Item> reference_items(const std::string& name) {
    for (auto& bank : simulation::read_reference_banks(read_vectors("adaptive/mc_reference.json")))
        if (bank.name == name) return bank.items;
    FAIL("no bank " << name);
    return {};
}

inline std::vector<adaptive::Item> with_prices(std::vector<adaptive::Item> items,
                                               const adaptive::CertificationVersion& version) {
    const auto prices = simulation::learn_prices(items, version);
    for (std::size_t i = 0; i < items.size(); ++i) items[i].price = prices[i];
    return items;
}

inline simulation::Metrics figures(const std::vector<adaptive::Item>& items,
                                   const adaptive::CertificationVersion& version,
                                   const simulation::Population& population,
                                   std::size_t candidates) {
    simulation::Scenario scenario;
    scenario.population = population;
    scenario.candidates = candidates;
    return simulation::simulate(adaptive::Engine(items, version), scenario);
}

}  // namespace preau::test
