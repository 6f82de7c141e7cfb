// SPDX-License-Identifier: Apache-2.0
#include "simulation/metrics.hpp"

#include "support/known_answers.hpp"
#include "unit/simulation/reference.hpp"

#include <cmath>

using namespace preau;
using test::Known;

namespace {

std::vector<simulation::Outcome> outcomes_of(Known& known) {
    std::vector<simulation::Outcome> outcomes;
    for (const auto& session : *known.value("sessions").array()) {
        auto& outcome = outcomes.emplace_back();
        for (const auto& item : *session.array())
            outcome.items.push_back(static_cast<std::uint16_t>(*item.number()));
    }
    return outcomes;
}

}  // namespace

TEST_CASE("metrics: vectors of exposure and overlap") {
    const auto file = test::known_answers("adaptive/exposure_metrics.json");
    Known known(file);
    const adaptive::Bank bank = adaptive::number_bank(
        std::vector<adaptive::Item>(160, {.competence = "1.1", .tube = "t", .skill = "s"}));
    std::size_t seen = 0;
    for (auto& one : known.list("cases")) {
        INFO(one.text("design"));
        ++seen;
        const auto outcomes = outcomes_of(one);
        const auto length = outcomes.front().items.size();
        const auto metrics = simulation::measure(outcomes, bank, length, 24);
        const auto n = static_cast<double>(outcomes.size());
        const auto* counts = one.value("exposure_counts").array();
        REQUIRE(counts->size() == metrics.exposure.size());
        double squares = 0.0;
        for (std::size_t i = 0; i < counts->size(); ++i) {
            CHECK(std::abs(metrics.exposure[i] * n - *(*counts)[i].number()) < 1e-9);
            squares += metrics.exposure[i] * metrics.exposure[i];
        }
        CHECK(std::abs(metrics.exposure_max - one.number("max_exposure")) <= 1e-12);
        CHECK(std::abs(metrics.overlap - one.number("mean_pairwise_overlap")) <= 1e-12);
        CHECK(std::abs(metrics.never_used - one.number("unused")) <= 1e-12);
        // The population form, J/L Var(r) + L/J, counts each candidate with himself too.
        const double population = squares / static_cast<double>(length);
        CHECK(std::abs(population -
                       one.number("population_formula_J_over_L_times_var_plus_L_over_J")) <= 1e-12);
        CHECK(std::abs(population - one.number("catsim_overlap_rate")) <= 1e-12);
        one.ignore("same_item_same_position");
        one.complete();
    }
    CHECK(seen > 0);
}

TEST_CASE("metrics: errors, their own error, and who is covered") {
    std::vector<simulation::Outcome> outcomes(40);
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        auto& outcome = outcomes[i];
        outcome.items = {0};
        outcome.truth = 0.5;
        outcome.running = {.capacity = i % 2 == 0 ? 0.7 : 0.5, .error_rate = 0.05};
        outcome.certified = {outcome.running.capacity, 0.2};
    }
    const auto bank = adaptive::number_bank(test::reference_items("J320"));
    const auto metrics = simulation::measure(outcomes, bank, 1, 24);
    CHECK(metrics.running.bias.value == Approx(0.1));
    CHECK(metrics.running.bias.error == Approx(0.1 / std::sqrt(40.0)));
    CHECK(metrics.running.rmse.value == Approx(std::sqrt(0.02)));
    CHECK(metrics.running.coverage.value == Approx(0.5));
    CHECK(metrics.certified.coverage.value == Approx(1.0));
    CHECK(metrics.overlap == Approx(1.0));
    CHECK(metrics.neighbour_overlap == Approx(1.0));
    REQUIRE(metrics.bands.size() == 1);
    CHECK(metrics.bands.front().candidates == 40);
}
