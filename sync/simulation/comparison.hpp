// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "json/value.hpp"
#include "simulation/metrics.hpp"
#include "simulation/simulate.hpp"

#include <string>
#include <vector>

namespace preau::simulation {

/// What one engine reached.
struct Run {
    std::string engine;
    Metrics metrics;
};

/// One pack, one population, one engine or more side by side.
struct Comparison {
    std::string pack;  ///< id and version
    std::string title;
    Scenario scenario;
    std::size_t length = 0;             ///< questions of a whole test
    double exposure_max = 0.0;          ///< what the version allows, a share
    std::vector<adaptive::Item> items;  ///< in the order of Metrics::exposure
    std::vector<Run> runs;
};

/// A line of the summary: what is measured, then one cell for each run.
struct SummaryRow {
    std::string name;
    std::vector<std::string> cells;
};

/// Every figure but those by ability; "±" is one Monte-Carlo standard error.
std::vector<SummaryRow> summary(const Comparison& comparison);

/// What the cells of a band are called, and the cells: abilities, candidates, accuracy of the
/// certified capacity, its standard error and the lower bound of the bank.
std::vector<std::string> band_heads();
std::vector<std::string> band_cells(const AbilityBand& band);

/// Who sat, in one sentence.
std::string describe_scenario(const Comparison& comparison);

/// The items of that run from the most met to the least.
std::vector<std::size_t> by_exposure(const Metrics& metrics);

/// For a terminal; for a script, where a figure that does not exist is null.
std::string to_text(const Comparison& comparison);
json::Object to_json(const Comparison& comparison);

}  // namespace preau::simulation
