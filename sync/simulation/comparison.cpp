// SPDX-License-Identifier: Apache-2.0
#include "simulation/comparison.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace preau::simulation {

namespace {

std::string plain(double value) { return fmt::format("{:.3f}", value); }
std::string uncertain(const Figure& figure) {
    return fmt::format("{:.3f} ± {:.3f}", figure.value, figure.error);
}
std::string uncertain_bias(const Figure& figure) {
    return fmt::format("{:+.3f} ± {:.3f}", figure.value, figure.error);
}

std::string never_used(const Metrics& metrics) {
    const auto unused = std::ranges::count(metrics.exposure, 0.0);
    return fmt::format("{} of {}", unused, metrics.exposure.size());
}

std::string pool(const Metrics& metrics, std::size_t length) {
    if (metrics.shortest_test < length)
        return fmt::format("ran out after {} of {}", metrics.shortest_test, length);
    return fmt::format("enough, {} left", metrics.pool_left_min);
}

struct Measure {
    const char* name;
    std::string (*cell)(const Metrics& metrics);
};

constexpr Measure kMeasures[] = {
    {"Certified capacity: RMSE", [](const Metrics& m) { return uncertain(m.certified.rmse); }},
    {"Certified capacity: bias", [](const Metrics& m) { return uncertain_bias(m.certified.bias); }},
    {"Certified capacity: coverage of 95 %",
     [](const Metrics& m) { return uncertain(m.certified.coverage); }},
    {"Capacity of the test itself: RMSE",
     [](const Metrics& m) { return uncertain(m.running.rmse); }},
    {"Capacity of the test itself: coverage of 95 %",
     [](const Metrics& m) { return uncertain(m.running.coverage); }},
    {"Competences: RMSE", [](const Metrics& m) { return uncertain(m.competence.rmse); }},
    {"Competences: coverage of 95 %",
     [](const Metrics& m) { return uncertain(m.competence.coverage); }},
    {"Competences: correlation of profiles",
     [](const Metrics& m) { return plain(m.profile_correlation); }},
    {"Reliability", [](const Metrics& m) { return plain(m.reliability); }},
    {"Most met question", [](const Metrics& m) { return plain(m.exposure_max); }},
    {"Commonest first question", [](const Metrics& m) { return plain(m.first_question_max); }},
    {"Overlap of any two candidates", [](const Metrics& m) { return plain(m.overlap); }},
    {"Overlap at the same ability", [](const Metrics& m) { return plain(m.same_ability_overlap); }},
    {"Overlap of neighbours", [](const Metrics& m) { return plain(m.neighbour_whole_overlap); }},
    {"Overlap of neighbours, within two places",
     [](const Metrics& m) { return plain(m.neighbour_overlap); }},
    {"Questions never used", never_used},
};

void add_line(std::string& text, const std::vector<std::string>& cells, int width) {
    for (const auto& cell : cells) text += fmt::format("{:>{}}", cell, width);
    text += '\n';
}

}  // namespace

std::vector<SummaryRow> summary(const Comparison& comparison) {
    std::vector<SummaryRow> rows;
    for (const auto& [name, cell] : kMeasures) {
        rows.push_back({name, {}});
        for (const auto& run : comparison.runs) rows.back().cells.push_back(cell(run.metrics));
    }
    rows.push_back({"Pool at the end of the tests", {}});
    for (const auto& run : comparison.runs)
        rows.back().cells.push_back(pool(run.metrics, comparison.length));
    return rows;
}

std::vector<std::string> band_heads() {
    return {"Ability", "Candidates", "RMSE", "Bias", "Coverage", "SE", "Bound"};
}

std::vector<std::string> band_cells(const AbilityBand& band) {
    return {fmt::format("{:+.0f} to {:+.0f}", band.from, band.to),
            fmt::format("{}", band.candidates),
            uncertain(band.certified.rmse),
            uncertain_bias(band.certified.bias),
            uncertain(band.certified.coverage),
            plain(band.reported_error),
            plain(band.bound)};
}

std::string describe_scenario(const Comparison& comparison) {
    const auto& [population, candidates, room, seed, threads, questions_only] = comparison.scenario;
    return fmt::format(
        "{} candidates in rooms of {}, ability {:.2f} ± {:.2f}, competences ± {:.2f} around it, "
        "slips {:.3f}, guesses {:.3f}; {} questions of {}; seed {}",
        candidates, room, population.ability_mean, population.ability_sd, population.competence_sd,
        population.slip, population.guess, comparison.length, comparison.items.size(), seed);
}

std::vector<std::size_t> by_exposure(const Metrics& metrics) {
    std::vector<std::size_t> order(metrics.exposure.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::ranges::greater{},
                             [&](std::size_t item) { return metrics.exposure[item]; });
    return order;
}

std::string to_text(const Comparison& comparison) {
    constexpr int kNameWidth = 46;
    constexpr int kCellWidth = 18;
    auto text = fmt::format("{}\n{}\n\n", comparison.pack, describe_scenario(comparison));
    text += fmt::format("{:<{}}", "", kNameWidth);
    for (const auto& run : comparison.runs) text += fmt::format("{:>{}}", run.engine, kCellWidth);
    text += '\n';
    for (const auto& row : summary(comparison)) {
        text += fmt::format("{:<{}}", row.name, kNameWidth);
        add_line(text, row.cells, kCellWidth);
    }
    for (const auto& run : comparison.runs) {
        text += fmt::format("\n{}, certified capacity by ability\n", run.engine);
        add_line(text, band_heads(), kCellWidth);
        for (const auto& band : run.metrics.bands) add_line(text, band_cells(band), kCellWidth);
    }
    return text;
}

}  // namespace preau::simulation
