// SPDX-License-Identifier: Apache-2.0
#include "adaptive/degradation.hpp"
#include "adaptive/scoring.hpp"
#include "adaptive/selection.hpp"
#include "support/catch.hpp"
#include "unit/adaptive/known_items.hpp"

#include <cmath>
#include <sstream>

using namespace preau;
using test::Known;

namespace {

constexpr double kTolerance = 1e-11;

struct World {
    adaptive::Configuration configuration;
    std::vector<adaptive::Interval> meshes;
    std::vector<adaptive::Interval> levels;
    std::vector<adaptive::Item> items;
};

// "level 0 below -2, then bounds -2,-1,0.5,1,2,3,4 (…)"
std::vector<adaptive::Interval> levels_in(const std::string& sentence) {
    const std::string before = "then bounds ";
    const auto at = sentence.find(before);
    INFO("bounds written in a way that this test does not know: " << sentence);
    REQUIRE(at != std::string::npos);
    std::istringstream bounds(sentence.substr(at + before.size()));
    std::vector<adaptive::Interval> levels = {{.level = 0, .min = -9.0, .max = -9.0}};
    for (double bound = 0; bounds >> bound; bounds.ignore(1, ',')) {
        levels.back().max = bound;
        levels.push_back({.level = static_cast<int>(levels.size()), .min = bound, .max = 9.0});
        if (bounds.peek() != ',') break;
    }
    return levels;
}

bool near(double a, double b) { return std::abs(a - b) <= kTolerance; }

void check_abandon(Known known, const World& world, adaptive::Answered answered) {
    answered.items.resize(25);
    answered.responses.resize(25);
    const auto before =
        adaptive::estimate(answered.responses, world.configuration.default_candidate_capacity,
                           world.configuration.variation_percent);
    CHECK(near(before.capacity, known.number("capacityBefore")));
    CHECK(adaptive::score(before.capacity, world.meshes).pix == known.integer("pixScoreTechnical"));
    const auto skips =
        adaptive::simulate_skips(world.items, answered, before.capacity, world.configuration);
    const auto expected = known.list("simulatedSkips");
    REQUIRE(skips.size() == expected.size());
    for (std::size_t i = 0; i < skips.size(); ++i) {
        Known skip = expected[i];
        CHECK(world.items.at(skips[i].item).id == skip.text("challengeId"));
        CHECK(near(skips[i].estimate.capacity, skip.number("capacity")));
        skip.complete();
    }
    const double degraded = skips.back().estimate.capacity;
    CHECK(near(degraded, known.number("degradedCapacity")));
    CHECK(adaptive::score(degraded, world.meshes).pix == known.integer("pixScoreCandidate"));
    known.complete();
}

void check_final(Known known, const World& world, double capacity) {
    CHECK(near(capacity, known.number("capacity")));
    CHECK(adaptive::score(capacity, world.meshes).pix == known.integer("pixScore"));
    CHECK(adaptive::competence_level(capacity, world.levels) ==
          known.integer("competenceLevelEverywhere"));
    known.complete();
}

void check_session(Known known, const World& world) {
    adaptive::CapacityEstimator estimator(world.configuration.default_candidate_capacity,
                                          world.configuration.variation_percent);
    adaptive::Answered answered;
    const auto* picks = known.value("pickIndexes").array();
    REQUIRE(picks != nullptr);
    for (auto& step : known.list("steps")) {
        INFO("question " << answered.items.size() + 1);
        const auto best = adaptive::best_next(world.items, answered.items,
                                              estimator.estimate().capacity, world.configuration);
        REQUIRE(best.has_value());
        CHECK(test::ids_of(world.items, *best) == step.texts("bestFive"));
        const auto picked = test::index_of(world.items, step.text("picked"));
        const auto* rank = picks->at(answered.items.size() % picks->size()).integer();
        CHECK(best->at(std::min(static_cast<std::size_t>(*rank), best->size() - 1)) == picked);
        const auto response = test::response_to(world.items[picked], step.text("result"));
        estimator.add(response);
        answered.items.push_back(picked);
        answered.responses.push_back(response);
        CHECK(near(estimator.estimate().capacity, step.number("capacity")));
        CHECK(near(estimator.estimate().error_rate, step.number("errorRate")));
        step.complete();
    }
    check_final(known.object("final"), world, estimator.estimate().capacity);
    check_abandon(known.object("aborted_after_25_answers"), world, answered);
    known.ignore("answerRule");
    known.complete();
}

}  // namespace

TEST_CASE("full sessions: known vectors come out question by question") {
    const auto file = test::known_answers("derived_full_sessions.json");
    Known root(file);
    const World world{.configuration = test::configuration_of(root.object("configuration")),
                      .meshes = test::intervals_of(root.list("meshIntervals")),
                      .levels = levels_in(root.text("competenceIntervals")),
                      .items = test::items_of(root)};
    const auto sessions = root.list("sessions");
    REQUIRE(!sessions.empty());
    for (auto session : sessions) {
        INFO("session " << session.text("name"));
        check_session(session, world);
    }
    root.complete();
}
