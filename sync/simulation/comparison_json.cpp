// SPDX-License-Identifier: Apache-2.0
#include "simulation/comparison.hpp"

#include <cmath>

namespace preau::simulation {

namespace {

json::Value number(double value) {
    return std::isfinite(value) ? json::Value(value) : json::Value(nullptr);
}

json::Value to_json(const Figure& figure) {
    return json::Object{{"value", number(figure.value)}, {"error", number(figure.error)}};
}

json::Value to_json(const Accuracy& accuracy) {
    return json::Object{{"rmse", to_json(accuracy.rmse)},
                        {"bias", to_json(accuracy.bias)},
                        {"coverage", to_json(accuracy.coverage)}};
}

json::Value to_json(const AbilityBand& band) {
    return json::Object{{"from", number(band.from)},
                        {"to", number(band.to)},
                        {"candidates", band.candidates},
                        {"running", to_json(band.running)},
                        {"certified", to_json(band.certified)},
                        {"reported_error", number(band.reported_error)},
                        {"bound", number(band.bound)}};
}

json::Value exposures(const Metrics& metrics, const std::vector<adaptive::Item>& items) {
    json::Array list;
    for (const auto item : by_exposure(metrics))
        list.push_back(
            json::Object{{"item", items[item].id}, {"exposure", number(metrics.exposure[item])}});
    return list;
}

json::Value to_json(const Run& run, const std::vector<adaptive::Item>& items) {
    const auto& m = run.metrics;
    json::Array bands;
    for (const auto& band : m.bands) bands.push_back(to_json(band));
    return json::Object{{"engine", run.engine},
                        {"certified", to_json(m.certified)},
                        {"running", to_json(m.running)},
                        {"competences", to_json(m.competence)},
                        {"profile_correlation", number(m.profile_correlation)},
                        {"reliability", number(m.reliability)},
                        {"exposure_max", number(m.exposure_max)},
                        {"first_question_max", number(m.first_question_max)},
                        {"overlap", number(m.overlap)},
                        {"same_ability_overlap", number(m.same_ability_overlap)},
                        {"neighbour_overlap", number(m.neighbour_whole_overlap)},
                        {"neighbour_overlap_within_two_places", number(m.neighbour_overlap)},
                        {"never_used", number(m.never_used)},
                        {"shortest_test", m.shortest_test},
                        {"pool_left_min", m.pool_left_min},
                        {"abilities", std::move(bands)},
                        {"exposure", exposures(m, items)}};
}

}  // namespace

json::Object to_json(const Comparison& comparison) {
    const auto& [population, candidates, room, seed, threads, questions_only] = comparison.scenario;
    json::Array runs;
    for (const auto& run : comparison.runs) runs.push_back(to_json(run, comparison.items));
    return {{"pack", comparison.pack},
            {"candidates", candidates},
            {"room", room},
            {"seed", seed},
            {"ability_mean", population.ability_mean},
            {"ability_sd", population.ability_sd},
            {"competence_sd", population.competence_sd},
            {"slip", population.slip},
            {"guess", population.guess},
            {"length", comparison.length},
            {"exposure_allowed", comparison.exposure_max},
            {"engines", std::move(runs)}};
}

}  // namespace preau::simulation
