// SPDX-License-Identifier: Apache-2.0
#include "adaptive/capacity.hpp"

#include "support/catch.hpp"
#include "unit/adaptive/known_items.hpp"

#include <cmath>

using namespace preau;
using adaptive::CapacityEstimator;
using adaptive::Response;

namespace {

struct Sequence {
    std::vector<Response> responses;
    double initial_capacity;
    double variation_percent;
};

Sequence sequence_of(test::Known& known, test::Known defaults) {
    Sequence sequence{.responses = {},
                      .initial_capacity =
                          known.number("initialCapacity", defaults.number("initialCapacity", 0.0)),
                      .variation_percent = known.number("variationPercent",
                                                        defaults.number("variationPercent", 0.0))};
    const auto items = test::items_of(known);
    for (auto& answer : known.list("answers")) {
        const auto id = answer.text("challengeId");
        const auto result = answer.text("result");
        answer.complete();
        if (items.empty()) continue;
        sequence.responses.push_back(test::response_to(items[test::index_of(items, id)], result));
    }
    return sequence;
}

void check_estimate(test::Known expected, const adaptive::Estimate& estimate, double tolerance) {
    CHECK(std::abs(estimate.capacity - expected.number("capacity")) <= tolerance);
    if (expected.has("errorRate"))
        CHECK(std::abs(estimate.error_rate - expected.number("errorRate")) <= tolerance);
    expected.complete();
}

void check_history(test::Known& known, const Sequence& sequence, double tolerance) {
    const auto history = known.list("expected_history");
    if (history.empty()) return;
    REQUIRE(history.size() == sequence.responses.size());
    CapacityEstimator estimator(sequence.initial_capacity, sequence.variation_percent);
    for (std::size_t i = 0; i < history.size(); ++i) {
        INFO("answer " << i + 1);
        estimator.add(sequence.responses[i]);
        check_estimate(history[i], estimator.estimate(), tolerance);
    }
}

}  // namespace

TEST_CASE("capacity: without an answer it is the initial one, as unsure as can be") {
    const auto estimate = adaptive::estimate({}, -3.0, 0.5);
    CHECK(estimate.capacity == -3.0);
    CHECK(estimate.error_rate == 5.0);
}

TEST_CASE("capacity: answers that no capacity explains leave the estimate as it was") {
    CapacityEstimator estimator(0.0, 0.0);
    for (int i = 0; i < 40; ++i) {
        estimator.add({.discriminant = 50.0, .difficulty = 8.0, .correct = true});
        estimator.add({.discriminant = 50.0, .difficulty = -8.0, .correct = false});
    }
    CHECK(std::isfinite(estimator.estimate().capacity));
    CHECK(std::isfinite(estimator.estimate().error_rate));
}

TEST_CASE("capacity: an estimate surer than the grid has an error rate, not a NaN") {
    CapacityEstimator estimator(0.0, 0.0);
    for (int i = 0; i < 200; ++i) {
        estimator.add({.discriminant = 20.0, .difficulty = 0.1, .correct = true});
        estimator.add({.discriminant = 20.0, .difficulty = 0.4, .correct = false});
    }
    CHECK(estimator.estimate().error_rate >= 0.0);
}

TEST_CASE("capacity: a right answer raises it, a wrong one lowers it, never beyond the variation") {
    const double variation = 0.5;
    for (const bool correct : {false, true}) {
        CapacityEstimator estimator(-3.0, variation);
        for (int i = 0; i < 32; ++i) {
            const double before = estimator.estimate().capacity;
            estimator.add({.discriminant = 1.5, .difficulty = before, .correct = correct});
            const double after = estimator.estimate().capacity;
            CHECK((after > before) == correct);
            const double gap = std::abs(before) < variation ? variation : std::abs(before) / 2;
            CHECK(std::abs(after - before) <= gap + 1e-12);
        }
    }
}

TEST_CASE("capacity: known vectors come out to their tolerance") {
    const auto file = test::known_answers("capacity.json");
    test::Known root(file);
    const auto defaults = root.object("defaults");
    CHECK(test::Known(defaults).number("errorRateWithoutAnswer", 5.0) ==
          adaptive::kErrorRateWithoutAnswer);
    const auto cases = root.list("cases");
    REQUIRE(!cases.empty());
    for (auto known : cases) {
        INFO("case " << known.text("id"));
        const auto sequence = sequence_of(known, defaults);
        const double tolerance = known.number("tolerance", 1e-11);
        const auto last = adaptive::estimate(sequence.responses, sequence.initial_capacity,
                                             sequence.variation_percent);
        check_history(known, sequence, tolerance);
        for (const auto* name : {"expected", "expected_final"})
            if (known.has(name)) check_estimate(known.object(name), last, tolerance);
        CHECK((known.has("expected") || known.has("expected_final") ||
               known.has("expected_history")));
        known.complete();
    }
    root.complete();
}
