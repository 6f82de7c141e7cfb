// SPDX-License-Identifier: Apache-2.0
#include "simulation/report_html.hpp"

#include "simulation/plot.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace preau::simulation {

namespace {

constexpr std::string_view kHead = R"(<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="color-scheme" content="light dark">
<style>
:root { --paper: #fbfbf9; --ink: #23262b; --quiet: #5b616b; --rule: #dcdfe3;
        --first: #b4540a; --second: #1f5fae; --limit: #5b616b; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #17191d; --ink: #e6e8eb; --quiet: #a3aab4; --rule: #343941;
          --first: #f2a25c; --second: #7db4f5; --limit: #a3aab4; }
}
body { margin: 0 auto; padding: 2rem 1rem 4rem; max-width: 50rem; background: var(--paper);
       color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
h1 { font-size: 1.6rem; margin: 0; }
h2 { font-size: 1.15rem; margin: 2.5rem 0 .25rem; }
p { margin: .25rem 0 1rem; color: var(--quiet); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .9rem;
        font-variant-numeric: tabular-nums; }
th, td { padding: .35rem .6rem; border-bottom: 1px solid var(--rule); text-align: right;
         font-weight: normal; white-space: nowrap; }
th:first-child { text-align: left; padding-left: 0; white-space: normal; }
thead th { color: var(--quiet); }
svg { width: 100%; height: auto; font: 13px system-ui, sans-serif; }
text { fill: var(--quiet); }
polyline { fill: none; stroke-width: 2; stroke-linejoin: round; }
line { stroke-width: 1.5; }
.grid { stroke: var(--rule); stroke-width: 1; }
.zero { stroke: var(--quiet); stroke-width: 1; }
.first { stroke: var(--first); } circle.first { fill: var(--first); }
.second { stroke: var(--second); } circle.second { fill: var(--second); }
polyline.second, .key.second { stroke-dasharray: 9 3; }
.limit { stroke: var(--limit); stroke-dasharray: 2 4; }
</style>
)";

using Cells = std::vector<std::string>;

std::string table_row(std::string_view head, const Cells& cells, std::string_view element) {
    auto html = fmt::format("<tr><th scope=\"{}\">{}</th>", element == "th" ? "col" : "row",
                            escape_markup(head));
    for (const auto& cell : cells)
        html += fmt::format("<{0}{1}>{2}</{0}>", element, element == "th" ? " scope=\"col\"" : "",
                            escape_markup(cell));
    return html + "</tr>\n";
}

/// The first cell of each row is its head.
std::string table(const Cells& heads, const std::vector<Cells>& rows) {
    auto html = "<div class=\"scroll\"><table><thead>" +
                table_row(heads.front(), {heads.begin() + 1, heads.end()}, "th") +
                "</thead><tbody>\n";
    for (const auto& row : rows) html += table_row(row.front(), {row.begin() + 1, row.end()}, "td");
    return html + "</tbody></table></div>\n";
}

std::string section(std::string_view title, std::string_view explanation) {
    return fmt::format("<h2>{}</h2>\n<p>{}</p>\n", escape_markup(title),
                       escape_markup(explanation));
}

std::string summary_table(const Comparison& comparison) {
    Cells heads{"Figure"};
    for (const auto& run : comparison.runs) heads.push_back(run.engine);
    std::vector<Cells> rows;
    for (const auto& row : summary(comparison)) {
        rows.push_back({row.name});
        rows.back().insert(rows.back().end(), row.cells.begin(), row.cells.end());
    }
    return table(heads, rows);
}

std::string style_of(std::size_t run) { return run == 0 ? "first" : "second"; }

/// One line for each run over the middles of the bands.
template <typename Value>
std::vector<Series> by_ability(const Comparison& comparison, const Value& value) {
    std::vector<Series> list;
    for (const auto& run : comparison.runs) {
        Series series{run.engine, style_of(list.size()), {}, true};
        for (const auto& band : run.metrics.bands) {
            const Figure figure = value(band);
            series.points.push_back(
                {(band.from + band.to) / 2.0, figure.value, 1.96 * figure.error});
        }
        list.push_back(std::move(series));
    }
    return list;
}

std::string rmse_plot(const Comparison& comparison) {
    return draw({"Root mean square error of the certified capacity by ability", "true ability",
                 "RMSE, logits",
                 by_ability(comparison, [](const auto& band) { return band.certified.rmse; })});
}

std::string bias_plot(const Comparison& comparison) {
    return draw({"Bias of the certified capacity by ability", "true ability", "bias, logits",
                 by_ability(comparison, [](const auto& band) { return band.certified.bias; })});
}

std::string error_plot(const Comparison& comparison) {
    auto series = by_ability(comparison, [](const auto& band) {
        return Figure{band.reported_error, 0.0};
    });
    Series bound{"best test of the bank", "limit", {}, false};
    for (const auto& band : comparison.runs.front().metrics.bands)
        bound.points.push_back({(band.from + band.to) / 2.0, band.bound, 0.0});
    series.push_back(std::move(bound));
    return draw({"Standard error by ability against the bound of the bank", "true ability",
                 "standard error, logits", std::move(series)});
}

std::string exposure_plot(const Comparison& comparison) {
    std::vector<Series> list;
    for (const auto& run : comparison.runs) {
        Series series{run.engine, style_of(list.size()), {}, false};
        double rank = 0.0;
        for (const auto item : by_exposure(run.metrics))
            series.points.push_back({rank += 1.0, run.metrics.exposure[item], 0.0});
        list.push_back(std::move(series));
    }
    const double last = static_cast<double>(comparison.items.size());
    const double allowed = comparison.exposure_max;
    list.push_back({"allowed", "limit", {{0.0, allowed, 0.0}, {last, allowed, 0.0}}, false});
    return draw({"Exposure of each question, from the most met to the least",
                 "questions, most met first", "share of candidates", std::move(list)});
}

std::string most_met(const Comparison& comparison, const Run& run) {
    constexpr std::size_t kShown = 10;
    std::vector<Cells> rows;
    for (const auto item : by_exposure(run.metrics)) {
        if (rows.size() == kShown) break;
        const auto& known = comparison.items[item];
        rows.push_back({known.id, known.competence, fmt::format("{:+.2f}", known.difficulty),
                        fmt::format("{:.2f}", known.discriminant),
                        fmt::format("{:.3f}", run.metrics.exposure[item])});
    }
    return table({"Question", "Competence", "Difficulty", "Discriminant", "Exposure"}, rows);
}

std::string never_met(const Comparison& comparison, const Run& run) {
    std::string names;
    for (std::size_t item = 0; item < comparison.items.size(); ++item)
        if (run.metrics.exposure[item] == 0.0)
            names += (names.empty() ? "" : ", ") + comparison.items[item].id;
    if (names.empty()) return "<p>Every question was used.</p>\n";
    return fmt::format("<p>Never used: {}.</p>\n", escape_markup(names));
}

std::string run_details(const Comparison& comparison, const Run& run) {
    std::vector<Cells> rows;
    for (const auto& band : run.metrics.bands) rows.push_back(band_cells(band));
    return section(run.engine + " by ability",
                   "Certified capacity, by stretch of true ability; stretches with fewer than 20 "
                   "candidates are left out.") +
           table(band_heads(), rows) +
           section(run.engine + ", most met questions",
                   "The questions to write siblings for, and those that serve nobody.") +
           most_met(comparison, run) + never_met(comparison, run);
}

}  // namespace

std::string report_html(const Comparison& comparison) {
    auto html =
        fmt::format("{}<title>{}: simulation</title>\n<h1>{}</h1>\n<p>{}. {}.</p>\n", kHead,
                    escape_markup(comparison.title), escape_markup(comparison.title),
                    escape_markup(comparison.pack), escape_markup(describe_scenario(comparison)));
    html += section("Summary", "± is one Monte-Carlo standard error. Shares are of 1.") +
            summary_table(comparison);
    html +=
        section("Error", "Of the certified capacity; the bars are 95 % Monte-Carlo intervals.") +
        rmse_plot(comparison);
    html += section("Bias", "Above 0, candidates of that ability are certified too high.") +
            bias_plot(comparison);
    html += section("Standard error against the bank",
                    "What the certificate states, beside the best test of these questions for the "
                    "middle of the stretch, equally many of each competence. pix-flash-v3 asks "
                    "freely once each competence was met, and may come under it.") +
            error_plot(comparison);
    html += section("Exposure", "Share of the candidates who met each question.") +
            exposure_plot(comparison);
    for (const auto& run : comparison.runs) html += run_details(comparison, run);
    return html + "</html>\n";
}

}  // namespace preau::simulation
