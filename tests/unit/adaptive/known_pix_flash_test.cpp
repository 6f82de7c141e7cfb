// SPDX-License-Identifier: Apache-2.0
#include "adaptive/engine.hpp"
#include "adaptive/scoring.hpp"
#include "support/catch.hpp"
#include "unit/adaptive/known_bank.hpp"

#include <cmath>

using namespace preau;
using test::Known;

namespace {

constexpr double kTolerance = 1e-12;

bool near(double found, double expected) { return std::abs(found - expected) <= kTolerance; }

std::vector<adaptive::Interval> intervals_of(Known& known, std::string_view name) {
    std::vector<adaptive::Interval> intervals;
    for (const auto& pair : *known.value(name).array())
        intervals.push_back({.level = static_cast<int>(intervals.size()),
                             .min = *pair.array()->front().number(),
                             .max = *pair.array()->back().number()});
    return intervals;
}

void check_history(std::span<const adaptive::Response> responses, double start, double variation,
                   std::vector<Known> history) {
    REQUIRE(history.size() == responses.size());
    adaptive::CapacityEstimator estimator(start, variation);
    for (std::size_t i = 0; i < responses.size(); ++i) {
        estimator.add(responses[i]);
        CHECK(near(estimator.estimate().capacity, history[i].number("capacity")));
        CHECK(near(estimator.estimate().error_rate, history[i].number("errorRate")));
        history[i].complete();
    }
}

void check_published(Known known) {
    INFO(known.text("name"));
    std::vector<adaptive::Response> responses;
    const auto right = test::numbers(known, "responses");
    for (const auto& pair : *known.value("items").array())
        responses.push_back({*pair.array()->front().number(), *pair.array()->back().number(),
                             right.at(responses.size()) > 0.5});
    check_history(responses, known.number("start"), known.number("variation", 0.0),
                  known.list("ours"));
    known.ignore("capacity");  // published with the digits that "ours" holds
    known.ignore("errorRate");
    known.complete();
}

void check_step(Known step, const std::vector<adaptive::Item>& bank,
                std::vector<std::size_t>& answered, adaptive::CapacityEstimator& estimator,
                const adaptive::Engine& engine, adaptive::TestState& test) {
    const double capacity = estimator.estimate().capacity;
    const auto best = adaptive::best_next(bank, answered, capacity, engine.version().configuration);
    REQUIRE(best.has_value());
    CHECK(*best == test::whole_numbers(step, "offered"));
    const auto rewards = test::numbers(step, "rewards");
    for (std::size_t rank = 0; rank < rewards.size(); ++rank)
        CHECK(near(adaptive::reward(capacity, bank[best->at(rank)]), rewards[rank]));
    const auto item = static_cast<std::size_t>(step.integer("item"));
    CHECK(best->at(static_cast<std::size_t>(step.integer("rank_drawn"))) == item);
    const adaptive::Response response{bank[item].discriminant, bank[item].difficulty,
                                      step.integer("response") == 1};
    const auto pick = engine.choose(test, {});
    REQUIRE(pick.has_value());
    CHECK(best->at(pick->rank) == pick->item);
    engine.count(test, item, response);
    estimator.add(response);
    answered.push_back(item);
    CHECK(test.estimate == estimator.estimate());
    CHECK(near(test.estimate.capacity, step.number("capacity")));
    CHECK(near(test.estimate.error_rate, step.number("errorRate")));
    step.complete();
}

void check_session(Known known, const std::vector<adaptive::Item>& bank,
                   const adaptive::Engine& engine) {
    const auto& version = engine.version();
    adaptive::CapacityEstimator estimator(-3.0, 0.5);
    std::vector<std::size_t> answered;
    auto test = engine.begin(answered.size());
    for (const auto& step : known.list("steps"))
        check_step(step, bank, answered, estimator, engine, test);
    auto last = known.object("final");
    CHECK(near(test.estimate.capacity, last.number("capacity")));
    CHECK(adaptive::score(test.estimate.capacity, version.mesh_intervals).pix ==
          last.integer("score"));
    CHECK(adaptive::competence_level(test.estimate.capacity, version.mesh_intervals) ==
          last.integer("level"));
    last.complete();
    CHECK(static_cast<int>(answered.size()) == known.integer("n"));
    known.ignore("theta_true");
    known.complete();
}

void check_scoring(Known scoring) {
    auto unit = scoring.object("unit_test");
    const auto intervals = intervals_of(unit, "intervals");
    for (const auto& pair : *unit.value("capacity_score").array()) {
        const double capacity = *pair.array()->front().number();
        INFO("capacity " << capacity);
        CHECK(adaptive::score(capacity, intervals).pix ==
              static_cast<int>(*pair.array()->back().number()));
    }
    unit.complete();
}

}  // namespace

TEST_CASE("pix flash: vectors of capacities, whole sessions and scores") {
    const auto file = test::known_answers("adaptive/pix_flash.json");
    const auto bank = test::known_bank();
    Known known(file);
    for (const auto& one : known.list("unit_tests_published")) check_published(one);
    for (auto& one : known.list("free_sequences")) {
        const auto answers = test::answers_of(one, bank);
        check_history(answers.responses, one.number("start"), one.number("variation", 0.0),
                      one.list("history"));
        one.complete();
    }
    auto scoring = known.object("scoring");
    adaptive::CertificationVersion version;
    version.mesh_intervals = intervals_of(scoring, "production_intervals");
    check_scoring(scoring);
    const adaptive::Engine engine(bank, version);
    const auto sessions = known.list("full_sessions");
    CHECK(!sessions.empty());
    for (const auto& session : sessions) check_session(session, bank, engine);
}
