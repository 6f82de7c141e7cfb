// SPDX-License-Identifier: Apache-2.0
#include "adaptive/engine.hpp"
#include "support/catch.hpp"
#include "unit/adaptive/synthetic_bank.hpp"

#include <algorithm>
#include <cmath>
#include <set>

using namespace preau;
using adaptive::Engine;

namespace {

struct Broken {
    std::size_t steps = 0;
    std::size_t raised_by_wrong = 0;
    std::size_t lowered_by_right = 0;
    std::size_t repeats = 0;
    double order = 0.0;  // the widest gap between two orders of the same answers
};

double in_another_order(const Engine& engine, const adaptive::TestState& test, SplitMix64& random) {
    std::vector<std::size_t> order(test.items.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    for (std::size_t left = order.size(); left > 1; --left)
        std::swap(order[left - 1], order[random.below(left)]);
    auto again = engine.begin(test.seed);
    for (const auto i : order) engine.count(again, test.items[i], test.responses[i].response);
    return std::abs(again.estimate.capacity - test.estimate.capacity);
}

void sit(const Engine& engine, std::uint64_t seed, Broken& broken) {
    auto test = engine.begin(seed);
    SplitMix64 random(seed);
    const double ability = -4.0 + 9.0 * random.uniform();
    while (const auto pick = engine.choose(test, {})) {
        const auto& item = engine.bank().items[pick->item];
        const bool correct = random.uniform() < adaptive::success_probability(
                                                    ability, item.discriminant, item.difficulty);
        const double before = test.estimate.capacity;
        engine.count(test, pick->item, {item.discriminant, item.difficulty, correct});
        broken.raised_by_wrong += !correct && test.estimate.capacity > before;
        broken.lowered_by_right += correct && test.estimate.capacity < before;
        ++broken.steps;
    }
    broken.repeats += 32 - std::set<std::size_t>(test.items.begin(), test.items.end()).size();
    if (seed % 8 == 0)
        broken.order = std::max(broken.order, in_another_order(engine, test, random));
}

}  // namespace

TEST_CASE("room engine: no wrong answer raises, no right one lowers, order is of no matter") {
    const Engine engine(test::synthetic_bank(320, 1),
                        test::small_version(adaptive::Algorithm::room));
    Broken broken;
    for (std::uint64_t seed = 0; seed < 3000; ++seed) sit(engine, seed, broken);
    CHECK(broken.steps == 3000 * 32);
    CHECK(broken.raised_by_wrong == 0);
    CHECK(broken.lowered_by_right == 0);
    CHECK(broken.repeats == 0);
    CHECK(broken.order <= 1e-12);
}
