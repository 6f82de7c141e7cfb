// SPDX-License-Identifier: Apache-2.0
// What is told of a simulation: the text, the JSON object and the page.
#include "json/write.hpp"
#include "simulation/plot.hpp"
#include "simulation/report_html.hpp"
#include "support/catch.hpp"

#include <limits>

using namespace preau;
using namespace preau::simulation;

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

Comparison small_comparison() {
    Metrics metrics;
    metrics.candidates = 40;
    metrics.certified = {{0.25, 0.01}, {-0.02, 0.03}, {0.94, 0.02}};
    metrics.exposure = {0.1, 0.0, 0.4};
    metrics.exposure_max = 0.4;
    metrics.shortest_test = 2;
    metrics.pool_left_min = 1;
    metrics.bands.push_back({.from = 0.0,
                             .to = 1.0,
                             .candidates = 40,
                             .running = {},
                             .certified = metrics.certified,
                             .reported_error = 0.26,
                             .bound = 0.2});
    return {.pack = "bank 1.0",
            .title = "R&D <b>",
            .scenario = {.population = {.ability = std::nullopt}, .candidates = 40},
            .length = 2,
            .exposure_max = 0.3,
            .items = {{.id = "a"}, {.id = "b<script>\"'&"}, {.id = "c</td>"}},
            .runs = {{"room", metrics}}};
}

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("the page escapes the names of the pack and of its questions") {
    const auto html = report_html(small_comparison());
    CHECK_FALSE(has(html, "<script>"));
    CHECK_FALSE(has(html, "c</td></"));
    CHECK_FALSE(has(html, "R&D <b>"));
    CHECK(has(html, "b&lt;script&gt;&quot;&#39;&amp;"));
    CHECK(has(html, "R&amp;D &lt;b&gt;"));
}

TEST_CASE("figures that do not exist are null in JSON and leave no trace in a plot") {
    auto comparison = small_comparison();
    comparison.runs[0].metrics.bands[0].bound = kInfinity;
    CHECK(has(json::write(to_json(comparison)), "\"bound\":null"));
    const auto html = report_html(comparison);
    CHECK_FALSE(has(html, "nan,"));
    CHECK_FALSE(has(html, "inf,"));
    const auto nothing = draw({"t", "x", "y", {{"s", "first", {{kInfinity, 1.0}}, true}}});
    CHECK(has(nothing, "points=\"\""));
    CHECK_FALSE(has(nothing, "<circle"));
}

TEST_CASE("a test that ran out of questions says so, and how many were never used") {
    auto comparison = small_comparison();
    CHECK(has(to_text(comparison), "enough, 1 left"));
    CHECK(has(to_text(comparison), "1 of 3"));
    comparison.runs[0].metrics.shortest_test = 1;
    CHECK(has(to_text(comparison), "ran out after 1 of 2"));
}

TEST_CASE("the questions come from the most met to the least") {
    CHECK(by_exposure(small_comparison().runs[0].metrics) == std::vector<std::size_t>{2, 0, 1});
    CHECK(has(report_html(small_comparison()), "Never used: b&lt;"));
}

TEST_CASE("the axes of a plot hold its points and their bars") {
    const auto svg = draw({"t", "x", "y", {{"s", "first", {{2.0, 0.7, 0.2}}, true}}});
    CHECK(has(svg, ">1.0</text>"));
    CHECK(has(svg, ">0.0</text>"));
    CHECK(has(svg, ">2.0"));
}
