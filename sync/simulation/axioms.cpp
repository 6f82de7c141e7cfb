// SPDX-License-Identifier: Apache-2.0
#include "simulation/axioms.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

namespace preau::simulation {

namespace {

using adaptive::Engine;
using adaptive::TestState;

TestState replayed(const Engine& engine, const TestState& test,
                   std::span<const std::size_t> order) {
    auto again = engine.begin(test.seed);
    for (const auto i : order) engine.count(again, test.items[i], test.responses[i].response);
    return again;
}

void check_replays(const Engine& engine, const TestState& test, SplitMix64& random,
                   Axioms& axioms) {
    std::vector<std::size_t> order(test.items.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto half = std::span(order).first(order.size() / 2);
    const auto next = engine.choose(replayed(engine, test, half), {});
    if (!next || next->item != test.items[half.size()]) ++axioms.other_on_resume;
    for (std::size_t left = order.size(); left > 1; --left)
        std::swap(order[left - 1], order[random.below(left)]);
    const double gap = replayed(engine, test, order).estimate.capacity - test.estimate.capacity;
    axioms.order_gap = std::max(axioms.order_gap, std::abs(gap));
}

}  // namespace

Axioms check_axioms(const Engine& engine, std::size_t tests) {
    Axioms axioms;
    for (std::uint64_t seed = 0; seed < tests; ++seed) {
        auto test = engine.begin(seed);
        SplitMix64 random(seed + 1'000'000);
        const double ability = -4.0 + 9.0 * random.uniform();
        while (const auto pick = engine.choose(test, {})) {
            const auto& item = engine.bank().items[pick->item];
            const bool correct =
                random.uniform() <
                adaptive::success_probability(ability, item.discriminant, item.difficulty);
            const double before = test.estimate.capacity;
            engine.count(test, pick->item, {item.discriminant, item.difficulty, correct});
            if (!correct && test.estimate.capacity > before) ++axioms.raised_by_wrong;
            if (correct && test.estimate.capacity < before) ++axioms.lowered_by_right;
            ++axioms.steps;
        }
        const std::set<std::size_t> distinct(test.items.begin(), test.items.end());
        axioms.repeats += test.items.size() - distinct.size();
        if (seed % 8 == 0 && test.items.size() >= 2) check_replays(engine, test, random, axioms);
    }
    return axioms;
}

}  // namespace preau::simulation
