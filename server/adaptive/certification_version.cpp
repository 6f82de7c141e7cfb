// SPDX-License-Identifier: Apache-2.0
#include "adaptive/certification_version.hpp"

#include "adaptive/scoring.hpp"

#include <fmt/format.h>

#include <chrono>
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

Result<void> first_failure(std::span<const Result<void>> checks) {
    for (const auto& check : checks)
        if (!check) return check;
    return {};
}

Result<void> check_room(const RoomParameters& room) {
    const Result<void> checks[] = {
        within("the population mean", room.population_mean, -4, 4),
        within("the population standard deviation", room.population_sd, 0.1, 4),
        within("the competence standard deviation", room.competence_sd, 0, 2),
        within("the lower asymptote", room.lower_asymptote, 0, 0.4),
        within("the upper asymptote", room.upper_asymptote, 0.6, 1),
        within("the maximum exposure", room.exposure_max, 0.01, 1),
        within("the noise", room.noise, 0, 1),
    };
    return first_failure(checks);
}

bool is_day(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
    const auto number = [&](std::size_t at, std::size_t count) {
        int value = 0;
        for (const char digit : text.substr(at, count)) {
            if (digit < '0' || digit > '9') return -1;
            value = value * 10 + (digit - '0');
        }
        return value;
    };
    const std::chrono::year_month_day day{std::chrono::year(number(0, 4)),
                                          std::chrono::month(static_cast<unsigned>(number(5, 2))),
                                          std::chrono::day(static_cast<unsigned>(number(8, 2)))};
    return number(0, 4) >= 0 && number(5, 2) > 0 && number(8, 2) > 0 && day.ok();
}

Result<void> check_validity(const CertificationVersion& version) {
    for (const auto& day : {version.valid_from, version.valid_until})
        if (!day.empty() && !is_day(day))
            return fail(Error::malformed(
                fmt::format("certification version: \"{}\" is not a day written YYYY-MM-DD", day)));
    const bool is_reversed =
        !version.valid_until.empty() && version.valid_until < version.valid_from;
    if (!is_reversed) return {};
    return fail(Error::malformed(fmt::format("certification version: valid until {}, before {}",
                                             version.valid_until, version.valid_from)));
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
        check_room(version.room),
        check_validity(version),
    };
    if (auto checked = first_failure(checks); !checked) return checked;
    for (const auto& [competence, intervals] : version.competence_intervals)
        if (auto checked = check_levels(competence, intervals); !checked) return checked;
    return {};
}

}  // namespace preau::adaptive
