// SPDX-License-Identifier: Apache-2.0
#include "adaptive/certification_version.hpp"

#include "adaptive/scoring.hpp"

#include <fmt/format.h>

#include <cmath>
#include <span>

namespace preau::adaptive {

namespace {

Result<void> within(std::string_view name, double value, double min, double max) {
    if (value >= min && value <= max) return {};
    return fail(Error::malformed(
        fmt::format("certification version: {} is {}, not from {} to {}", name, value, min, max)));
}

bool is_ordered(std::span<const Interval> intervals) {
    double previous = -INFINITY;
    for (const auto& interval : intervals) {
        if (!(interval.min < interval.max) || interval.min < previous) return false;
        previous = interval.max;
    }
    return std::isfinite(previous) && std::isfinite(intervals.front().min);
}

Result<void> check_intervals(std::string_view name, std::span<const Interval> intervals) {
    if (!intervals.empty() && intervals.size() <= kMeshes.size() && is_ordered(intervals))
        return {};
    return fail(Error::malformed(
        fmt::format("certification version: {} needs 1 to {} finite intervals in increasing order",
                    name, kMeshes.size())));
}

Result<void> check_levels(const std::string& competence, std::span<const Interval> intervals) {
    if (auto checked = check_intervals("competence " + competence, intervals); !checked)
        return checked;
    for (const auto& interval : intervals)
        if (auto checked = within("level of competence " + competence, interval.level, 0,
                                  static_cast<double>(kMeshes.size()) - 1);
            !checked)
            return checked;
    return {};
}

}  // namespace

Result<void> check_version(const CertificationVersion& version) {
    const auto& configuration = version.configuration;
    const int length = configuration.maximum_assessment_length;
    const Result<void> checks[] = {
        within("the maximum assessment length", length, 1, 500),
        within("the minimum of answers", version.minimum_answers, 0, length),
        within("the number of challenges between the same competence",
               configuration.challenges_between_same_competence, 0, length),
        within("the variation percent", configuration.variation_percent, 0, 10),
        within("the default candidate capacity", configuration.default_candidate_capacity, -9, 9),
        within("the probability to pick a challenge",
               configuration.default_probability_to_pick_challenge, 0, 100),
        within("the assessment duration in minutes", version.assessment_duration_minutes, 1,
               24 * 60),
        check_intervals("the mesh configuration", version.mesh_intervals),
    };
    for (const auto& check : checks)
        if (!check) return check;
    for (const auto& [competence, intervals] : version.competence_intervals)
        if (auto checked = check_levels(competence, intervals); !checked) return checked;
    return {};
}

}  // namespace preau::adaptive
