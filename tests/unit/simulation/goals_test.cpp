// SPDX-License-Identifier: Apache-2.0
#include "unit/simulation/reference.hpp"

#include <cmath>

using namespace preau;
using adaptive::Algorithm;
using simulation::Metrics;
using simulation::Population;

namespace {

// The whole figures of 20,000 candidates are printed by preau_bench; these are as many as a test
// run can wait for.
constexpr std::size_t kCandidates = 4000;

adaptive::CertificationVersion pix() {
    return simulation::reference_version(Algorithm::pix_flash_v3);
}
adaptive::CertificationVersion room() { return simulation::reference_version(Algorithm::room); }

Population unlucky() {
    auto population = simulation::scenario_b();
    population.first_wrong = 3;
    return population;
}

// Root mean square over several draws of the calibration error.
struct Field {
    double rmse = 0.0;
    double coverage = 0.0;
};

Field in_the_field(const std::vector<adaptive::Item>& items,
                   const adaptive::CertificationVersion& version) {
    constexpr int kDraws = 8;
    const adaptive::Engine engine(items, version);
    Field field;
    for (int draw = 0; draw < kDraws; ++draw) {
        simulation::Scenario scenario;
        scenario.population = simulation::scenario_b();
        scenario.population.slip = 0.02;
        scenario.population.guess = 0.01;
        scenario.population.calibration_error = 0.2;
        scenario.candidates = 2500;
        scenario.seed = static_cast<std::uint64_t>(100 + draw);
        const auto metrics = simulation::simulate(engine, scenario);
        field.rmse += metrics.running.rmse.value * metrics.running.rmse.value / kDraws;
        field.coverage += metrics.running.coverage.value / kDraws;
    }
    field.rmse = std::sqrt(field.rmse);
    return field;
}

}  // namespace

TEST_CASE("goals: the room engine reaches its bounds on 640 questions") {
    const auto items = test::with_prices(test::reference_items("J640"), room());
    const auto theirs = test::figures(items, pix(), simulation::scenario_b(), 20000);
    const auto ours = test::figures(items, room(), simulation::scenario_b(), 20000);
    CHECK(ours.running.rmse.value <= 0.98 * theirs.running.rmse.value);
    CHECK(ours.exposure_max <= 0.31);
    CHECK(ours.overlap <= 0.24);
    CHECK(ours.same_ability_overlap <= 0.52);
    CHECK(ours.first_question_max <= 0.05);
    CHECK(ours.neighbour_overlap <= 0.05);
    CHECK(ours.competence.rmse.value <= 0.92 * theirs.competence.rmse.value);
    CHECK(ours.competence.coverage.value >= 0.945);
    CHECK(ours.competence.coverage.value <= 0.955);
    CHECK(ours.profile_correlation >= 0.42);
    CHECK(ours.shortest_test == 32);

    const auto wrong = test::figures(items, room(), unlucky(), kCandidates);
    CHECK(wrong.running.rmse.value <= 1.40 * ours.running.rmse.value);

    const auto their_field = in_the_field(items, pix());
    const auto our_field = in_the_field(items, room());
    CHECK(our_field.rmse <= 0.92 * their_field.rmse);
    CHECK(our_field.coverage >= 0.94);
    CHECK(our_field.coverage <= 0.96);

    // A greedy start: the best question for everyone, without noise.
    auto greedy = room();
    greedy.room.noise = 0.0;
    const auto broken = test::figures(items, greedy, simulation::scenario_b(), kCandidates);
    CHECK(broken.first_question_max > 1.2 * ours.first_question_max);
    CHECK(broken.first_question_max > 0.05);

    for (int ability = -3; ability <= 5; ++ability) {
        INFO("ability " << ability);
        Population population;
        population.ability = ability;
        const auto one = test::figures(items, room(), population, kCandidates);
        CHECK(std::abs(one.certified.bias.value) <= 0.03);
    }
}

TEST_CASE("goals: each mechanism taken away worsens its figure") {
    const auto items = test::reference_items("J640");
    const auto whole = test::figures(items, room(), simulation::scenario_b(), kCandidates);

    SECTION("no exposure price: the best questions are asked to most") {
        CHECK(whole.exposure_max > 0.36);  // these items have no price: only the live count is left
        CHECK(whole.overlap > 0.24);
    }
    SECTION("no live count either") {
        auto version = room();
        version.room.exposure_max = 1.0;
        const auto broken = test::figures(items, version, simulation::scenario_b(), kCandidates);
        CHECK(broken.exposure_max > 0.5);
        CHECK(broken.overlap > 0.3);
    }
    SECTION("no shrinkage: competences are measured by their two questions alone") {
        auto version = room();
        version.room.competence_sd = 2.0;
        const auto broken = test::figures(items, version, simulation::scenario_b(), kCandidates);
        CHECK(broken.competence.rmse.value > 1.2 * whole.competence.rmse.value);
    }
    SECTION("no asymptotes: an unlucky start costs more") {
        auto version = room();
        version.room.lower_asymptote = 0.0;
        version.room.upper_asymptote = 1.0;
        const auto broken = test::figures(items, version, unlucky(), kCandidates);
        const auto robust = test::figures(items, room(), unlucky(), kCandidates);
        CHECK(broken.running.rmse.value > 1.3 * robust.running.rmse.value);
    }
}
